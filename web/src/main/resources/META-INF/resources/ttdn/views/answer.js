import { css, html, nothing, repeat } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { ANSWER_TONES, answerDue, owed, received } from '../parts/answers.js';

const EVENT_TONES = {
  RECEIVED: 'good',
  NO_COMMENT: 'good',
  ACCEPTED: 'good',
  NOT_AS_ASKED: 'bad',
  EXTENDED: 'warn',
  REMINDED: 'warn',
};

/** One asked unit's answer: the letter that asks, the answer's files, what is to be done, its story. */
export class AnswerView extends View {
  static properties = {
    place: { attribute: false },
    answer: { state: true },
  };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    css`
      .top {
        align-items: flex-start;
        margin-bottom: 4px;
      }

      .about {
        margin-bottom: 12px;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 36px;
        margin-bottom: 16px;
        padding: 12px 20px;
      }

      .grid {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }

      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }

      .todo {
        border-top: 4px solid var(--gold);
      }

      ul,
      ol {
        list-style: none;
      }

      li + li {
        margin-top: 8px;
        padding-top: 8px;
        border-top: 1px solid var(--line);
      }

      .text {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      @media (max-width: 1000px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #decided = false;

  heading() {
    return this.answer
      ? this.t('answer.heading', { name: this.answer.asked.name })
      : this.t('answer.title');
  }

  async load(signal) {
    this.answer = await this.ctx.api.get(path`/answers/${this.place.id}`, { signal });
  }

  async #changed(event) {
    event.stopPropagation();
    this.#decided = event.detail?.decided ?? false;
    await this.reload();
    if (this.#decided) {
      this.focusHeading();
    }
  }

  render() {
    const { answer } = this;
    if (!answer) {
      return html`<h1 tabindex="-1">${this.t('answer.title')}</h1>
        ${this.trouble()}${this.waiting()}`;
    }
    return html`<div @ttdn-changed=${this.#changed}>
      ${this.trouble()}
      <div class="row spread top">
        <h1 tabindex="-1" data-testid="asked">${this.heading()}</h1>
        ${this.#follow()}
      </div>
      <p class="about soft">${this.#about()}</p>
      ${this.#facts()}
      <div class="grid">
        <div class="column">${this.#letter()} ${this.#files()}</div>
        <div class="column">
          ${answer.mayRegister ? this.#incoming() : nothing}
          ${answer.task
            ? html`<ttdn-answer-task .ctx=${this.ctx} .answer=${answer}></ttdn-answer-task>`
            : nothing} ${this.#story()}
        </div>
      </div>
      <ttdn-extend .ctx=${this.ctx}></ttdn-extend>
      <ttdn-note .ctx=${this.ctx}></ttdn-note>
    </div>`;
  }

  /** The Specialist's own: a later day, a phone call. */
  #follow() {
    const { answer } = this;
    if (!answer.mayFollow) {
      return nothing;
    }
    const open = (tag) => this.renderRoot.querySelector(tag).open(answer);
    return html`<div class="row">
      ${owed(answer)
        ? html`<button data-testid="extend" @click=${() => open('ttdn-extend')}>
            ${this.t('answers.extend')}
          </button>`
        : nothing}
      <button data-testid="note" @click=${() => open('ttdn-note')}>${this.t('answers.note')}</button>
    </div>`;
  }

  /** An asked unit reads the letter and its answer, and no more of the dossier. */
  get #guest() {
    const { answer } = this;
    return (
      !answer.mayFollow && this.ctx.me.roles.some((role) => role.unit.code === answer.asked.unit)
    );
  }

  #about() {
    const { answer } = this;
    return html`${this.t(`answers.round.${answer.round}`)} ·
    ${this.#guest
      ? html`<span data-testid="about">${answer.subject}</span>`
      : html`<a href=${hash(['dossiers', answer.dossierId])} data-testid="to-dossier">${answer.subject}</a>`}
    · ${this.t('dossier.year', { year: answer.planYear })}`;
  }

  #facts() {
    const { answer } = this;
    const { format } = this.ctx;
    const fact = (name, value) =>
      html`<div>
        <dt>${this.t(name)}</dt>
        <dd data-testid=${`fact-${name.split('.').at(-1)}`}>${value}</dd>
      </div>`;
    return html`<dl class="card facts">
      ${fact(
        'field.state',
        html`<span class="chip ${ANSWER_TONES[answer.state.code] ?? ''}" data-state=${answer.state.code}
          >${answer.state.label}</span
        >`,
      )}
      ${fact('answers.dueOn', answerDue(this.ctx, answer))}
      ${fact('answers.askedOn', format.date(answer.askedOn))}
      ${fact('answers.receivedOn', received(this.ctx, answer))} ${fact('field.unit', answer.unit.name)}
      ${fact('field.drafter', answer.drafter.fullName)}
      ${answer.asked.email ? fact('field.email', answer.asked.email) : nothing}
    </dl>`;
  }

  #letter() {
    const { letter } = this.answer;
    const { api, format } = this.ctx;
    return html`<section class="card" aria-labelledby="letter" data-testid="asking-letter">
      <h2 id="letter">${this.t('answer.letter')}</h2>
      <p class="field">
        <strong>${letter.symbol}</strong>
        <span class="soft"
          >${this.t('dossier.signed', { date: format.date(letter.issuedOn), signer: letter.signer })}</span
        >
      </p>
      <ul>
        ${letter.records.map(
          (record) => html`<li>
            <div class="soft">${record.kind.label}</div>
            <a
              href=${api.url(path`/records/${record.id}/content`)}
              download=${record.name}
              data-testid="read-letter"
              >${record.name}</a
            >
            <span class="soft nowrap">${format.size(record.size)}</span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #files() {
    const { versions, incoming } = this.answer;
    if (versions.length + incoming.length === 0) {
      return nothing;
    }
    const { api, format } = this.ctx;
    const newest = [...versions].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    return html`<section class="card" aria-labelledby="files">
      <h2 id="files">${this.t('answer.files')}</h2>
      <ul>
        ${repeat(
          newest,
          (one) => one.version,
          (one) => html`<li data-testid="answer-version">
            <strong>v${one.version}</strong>
            <a
              href=${api.url(path`/answers/${this.answer.id}/versions/${one.version}/content`)}
              download=${one.name}
              >${one.name}</a
            >
            <span class="soft nowrap">${format.size(one.size)}</span>
            <div class="soft">${one.createdBy.fullName}, ${format.dateTime(one.createdAt)}</div>
          </li>`,
        )}
        ${incoming.map(
          (one) => html`<li data-testid="incoming-entry">
            <a href=${hash(['register', 'DEN', String(one.year)])}
              >${this.t('answer.incoming', { number: one.number, day: format.date(one.arrivedOn) })}</a
            >
            <div class="soft">
              ${[one.symbol, format.date(one.issuedOn), one.subject].filter(Boolean).join(' · ')}
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #incoming() {
    return html`<section class="card todo" aria-labelledby="incoming">
      <h2 id="incoming">${this.t('incoming.title')}</h2>
      <ttdn-incoming .ctx=${this.ctx} .answer=${this.answer}></ttdn-incoming>
    </section>`;
  }

  #story() {
    const { events } = this.answer;
    const { t, format } = this.ctx;
    return html`<section class="card" aria-labelledby="story">
      <h2 id="story">${t('answer.story')}</h2>
      <ol>
        ${repeat(
          [...events].reverse(),
          (one) => one.ordinal,
          (one) => html`<li data-testid="answer-event" data-kind=${one.kind.code}>
            <div class="row">
              <span class="chip ${EVENT_TONES[one.kind.code] ?? ''}">${one.kind.label}</span>
              <span>${t(`answer.on.${one.kind.code}`, { day: format.date(one.on) })}</span>
              ${one.version ? html`<span class="soft">v${one.version}</span>` : nothing}
            </div>
            ${one.text ? html`<p class="text">${one.text}</p>` : nothing}
            <div class="soft">${one.person.fullName}, ${format.dateTime(one.at)}</div>
          </li>`,
        )}
      </ol>
    </section>`;
  }
}
