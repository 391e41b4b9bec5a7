import { css, html, repeat } from '../base/lit.js';
import { hash, offsetOf } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { ANSWER_TONES, answerDue } from '../parts/answers.js';

/** Without diacritics and small, as the server compares words too. */
const fold = (text) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd');

/** How many are looked through at once: more than anybody reads. */
const LIMIT = 200;

/** Ai còn nợ trả lời: who owes what to the dossiers that I may read, by the last day. */
export class Owed extends View {
  static properties = {
    place: { attribute: false },
    page: { state: true },
    words: { state: true },
    late: { state: true },
  };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    css`
      h1 {
        margin-bottom: 16px;
      }

      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 12px 20px;
        margin-bottom: 12px;
      }

      .words {
        flex: 0 1 520px;
      }

      .only {
        display: flex;
        gap: 8px;
        align-items: center;
        min-height: 40px;
        margin: 0;
        font-weight: 400;
      }

      .only input {
        width: 20px;
        min-height: 20px;
        height: 20px;
        margin: 0;
      }

      .count {
        margin-bottom: 8px;
      }

      tr.late td:first-child {
        box-shadow: inset 4px 0 0 var(--danger);
      }

      .who {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
    this.late = false;
  }

  heading() {
    return this.t('owed.title');
  }

  async load(signal) {
    const page = await this.ctx.api.get('/answers', {
      query: { offset: offsetOf(this.place), limit: LIMIT },
      signal,
    });
    page.items.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
    this.page = page;
  }

  get #found() {
    const words = fold(this.words).split(/\s+/).filter(Boolean);
    return this.page.items
      .filter((one) => !this.late || one.late)
      .filter((one) => {
        const text = fold([one.asked.name, one.subject, one.drafter.fullName, one.unit.name].join(' '));
        return words.every((word) => text.includes(word));
      });
  }

  render() {
    return html`<h1 tabindex="-1">${this.t('owed.title')}</h1>
      ${this.trouble()} ${this.page ? this.#list() : this.waiting()}`;
  }

  #list() {
    const { t, format } = this.ctx;
    if (this.page.total === 0) {
      return html`<p class="card empty" data-testid="nobody-owes">${t('owed.none')}</p>`;
    }
    const found = this.#found;
    return html`<form role="search" @submit=${(event) => event.preventDefault()}>
        <div class="words">
          <label for="words">${t('search.words')} <span class="hint">${t('search.hint')}</span></label>
          <input
            id="words"
            type="search"
            data-testid="search"
            @input=${(event) => {
              this.words = event.target.value;
            }}
          />
        </div>
        <label class="only">
          <input
            type="checkbox"
            data-testid="only-late"
            .checked=${this.late}
            @change=${(event) => {
              this.late = event.target.checked;
            }}
          />
          ${t('owed.onlyLate')}
        </label>
      </form>
      <p class="count soft" role="status" data-testid="count">
        ${t('owed.count', {
          count: format.number(found.length),
          late: format.number(found.filter((one) => one.late).length),
        })}
      </p>
      <div class="sheet">
        <table class="stack" role="table">
          <caption class="hidden">${t('owed.title')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">${t('answers.asked')}</th>
              <th scope="col" role="columnheader">${t('field.subject')}</th>
              <th scope="col" role="columnheader">${t('field.drafter')}</th>
              <th scope="col" role="columnheader">${t('answers.dueOn')}</th>
              <th scope="col" role="columnheader">${t('field.state')}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${repeat(
              found,
              (one) => one.id,
              (one) => this.#row(one),
            )}
          </tbody>
        </table>
      </div>
      <ttdn-pager
        .ctx=${this.ctx}
        .offset=${offsetOf(this.place)}
        .limit=${LIMIT}
        .total=${this.page.total}
        .address=${(offset) => hash(['answers'], { offset })}
      ></ttdn-pager>`;
  }

  #row(one) {
    const { t } = this.ctx;
    return html`<tr role="row" class=${one.late ? 'late' : ''} data-testid="owed-row">
      <td role="cell" class="typed"><a class="who" href=${hash(['answers', one.id])}>${one.asked.name}</a></td>
      <td role="cell" class="typed">
        <a href=${hash(['dossiers', one.dossierId])}>${one.subject}</a>
        <div class="soft">
          ${t('dossier.year', { year: one.planYear })} · ${t('dossier.round', { round: one.round })}
        </div>
      </td>
      <td role="cell" class="typed" data-label=${t('field.drafter')}>
        ${one.drafter.fullName}
        <div class="soft">${one.unit.name}</div>
      </td>
      <td role="cell" data-label=${t('answers.dueOn')}>${answerDue(this.ctx, one)}</td>
      <td role="cell">
        <span class="chip ${ANSWER_TONES[one.state.code] ?? ''}">${one.state.label}</span>
      </td>
    </tr>`;
  }
}
