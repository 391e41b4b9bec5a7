import { css, html, nothing, repeat } from '../base/lit.js';
import { hash, offsetOf } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { holdButton, keepStyles, keeping, mustBy, why } from '../parts/keep.js';

const LIMIT = 50;

/** Lưu giữ: what is kept, from when to when it is handed over and why. */
export class Retention extends View {
  static properties = { place: { attribute: false }, page: { state: true } };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    keepStyles,
    css`
      h1 {
        margin-bottom: 6px;
      }

      .about {
        margin-bottom: 8px;
      }

      .count {
        margin-bottom: 8px;
      }

      .subject {
        font-weight: 600;
      }

      tr.OVERDUE td:first-child {
        box-shadow: inset 4px 0 0 var(--danger);
      }
    `,
  ];

  heading() {
    return this.t('retention.title');
  }

  async load(signal) {
    this.page = await this.ctx.api.get('/retention', {
      query: { offset: offsetOf(this.place), limit: LIMIT },
      signal,
    });
  }

  #changed(event) {
    event.stopPropagation();
    this.reload();
  }

  render() {
    const { t } = this.ctx;
    return html`<div @ttdn-changed=${this.#changed}>
      <h1 tabindex="-1">${t('retention.title')}</h1>
      <p class="soft about">${t('retention.about')}</p>
      ${this.trouble()}
      <ttdn-holding .ctx=${this.ctx}></ttdn-holding>
      ${this.page ? this.#list() : this.waiting()}
    </div>`;
  }

  #list() {
    const { t, format } = this.ctx;
    const { items, total } = this.page;
    if (total === 0) {
      return html`<p class="card empty" data-testid="nothing-kept">${t('retention.none')}</p>`;
    }
    const heads = ['trigger', 'notBefore', 'mustBy', 'state'].map(
      (name) => html`<th scope="col" role="columnheader">${t(`keep.${name}`)}</th>`,
    );
    return html`<p class="count soft" data-testid="count">
        ${t('retention.count', { count: format.number(total) })}
      </p>
      <div class="sheet">
        <table class="stack" role="table">
          <caption class="hidden">${t('retention.title')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">${t('field.subject')}</th>
              ${heads}
              <th scope="col" role="columnheader"><span class="hidden">${t('keep.acts')}</span></th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${repeat(
              items,
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
        .total=${total}
        .address=${(offset) => hash(['retention'], { offset })}
      ></ttdn-pager>`;
  }

  #row(one) {
    const { t, format } = this.ctx;
    const { keep } = one;
    return html`<tr role="row" class=${keep.state.code} data-testid="kept-row">
      <td role="cell" class="typed">
        <a class="subject" href=${hash(['dossiers', one.id])}>${one.subject}</a>
        <div class="soft">
          ${t('dossier.year', { year: one.planYear })} · ${one.unit.name} ·
          ${t('retention.records', { count: format.number(one.records) })}
        </div>
        ${why(this.ctx, keep)}
      </td>
      <td role="cell" data-label=${t('keep.trigger')}>
        ${format.date(keep.trigger)}
        <div><span class="chip ${one.state.code}">${one.state.label}</span></div>
      </td>
      <td role="cell" data-label=${t('keep.notBefore')}>${format.date(keep.notBefore)}</td>
      <td role="cell" data-label=${t('keep.mustBy')}>${mustBy(this.ctx, keep)}</td>
      <td role="cell" class="typed">${keeping(this.ctx, keep)}</td>
      <td role="cell">
        ${one.mayHold
          ? holdButton(this.ctx, one, () => this.renderRoot.querySelector('ttdn-holding'))
          : nothing}
      </td>
    </tr>`;
  }
}
