import { css, html, nothing, repeat } from '../base/lit.js';
import { hash, offsetOf } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { dossierDue, urgency } from '../parts/due.js';

const LIMIT = 20;
const STATES = [
  'DRAFTING',
  'DEPARTMENT_HEAD_REVIEW',
  'AGENCY_LEADER_REVIEW',
  'ISSUING',
  'MINISTRY_DECISION',
  'MINISTRY_ISSUING',
  'ISSUED',
  'CANCELLED',
];

/** The dossiers that I may read; what is searched for stands in the address. */
export class Dossiers extends View {
  static properties = { place: { attribute: false }, page: { state: true } };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    css`
      .top {
        margin-bottom: 16px;
      }

      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 12px;
        margin-bottom: 12px;
      }

      .words {
        flex: 1 1 320px;
      }

      .state {
        flex: 0 1 280px;
      }

      .count {
        margin-bottom: 8px;
      }

      .subject {
        font-weight: 600;
      }

      tr.late td:first-child {
        box-shadow: inset 4px 0 0 var(--danger);
      }
    `,
  ];

  heading() {
    return this.t('dossiers.title');
  }

  async load(signal) {
    const { q, state } = this.place.params;
    this.page = await this.ctx.api.get('/dossiers', {
      query: { q, state, offset: offsetOf(this.place), limit: LIMIT },
      signal,
    });
  }

  #search(event) {
    event?.preventDefault();
    const value = (id) => this.renderRoot.querySelector(id).value;
    this.ctx.go(['dossiers'], { q: value('#words').trim(), state: value('#state') });
  }

  render() {
    const { t, me } = this.ctx;
    const { params } = this.place;
    const mayOpen = me.roles.some((role) => ['SPECIALIST', 'DEPARTMENT_HEAD'].includes(role.code));
    return html`<div class="row spread top">
        <h1 tabindex="-1">${t('dossiers.title')}</h1>
        ${mayOpen
          ? html`<a class="button primary" data-testid="new-dossier" href=${hash(['dossiers', 'new'])}
              >${t('dossiers.new')}</a
            >`
          : nothing}
      </div>
      <form role="search" @submit=${this.#search}>
        <div class="words">
          <label for="words">${t('search.words')} <span class="hint">${t('search.hint')}</span></label>
          <input id="words" type="search" data-testid="search" .value=${params.q ?? ''} />
        </div>
        <div class="state">
          <label for="state">${t('field.state')}</label>
          <select id="state" data-testid="filter-state" @change=${() => this.#search()}>
            <option value="" ?selected=${!params.state}>${t('dossiers.anyState')}</option>
            ${STATES.map(
              (state) => html`<option value=${state} ?selected=${params.state === state}>
                ${t(`state.${state}`)}
              </option>`,
            )}
          </select>
        </div>
        <button data-testid="search-submit">${t('search.go')}</button>
      </form>
      ${this.trouble()} ${this.page ? this.#list() : this.waiting()}`;
  }

  #list() {
    const { t, format } = this.ctx;
    const { items, total } = this.page;
    return html`<p class="count soft" role="status" data-testid="count">
        ${t('dossiers.count', { count: format.number(total) })}
      </p>
      ${items.length === 0
        ? html`<p class="card empty">${t('dossiers.none')}</p>`
        : html`<div class="sheet">
            <table class="stack" role="table">
              <caption class="hidden">${t('dossiers.title')}</caption>
              <thead role="rowgroup">
                <tr role="row">
                  ${['subject', 'procedure', 'drafter', 'state', 'stepDueOn', 'changed'].map(
                    (name) => html`<th scope="col" role="columnheader">${t(`field.${name}`)}</th>`,
                  )}
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
          </div>`}
      <ttdn-pager
        .ctx=${this.ctx}
        .offset=${offsetOf(this.place)}
        .limit=${LIMIT}
        .total=${total}
        .address=${(offset) => hash(['dossiers'], { ...this.place.params, offset })}
      ></ttdn-pager>`;
  }

  #row(one) {
    const { t, format } = this.ctx;
    const plan = one.procedure.code === 'PLAN';
    return html`<tr role="row" class=${one.late ? 'late' : ''} data-testid="dossier-row">
      <td role="cell" class="typed">
        <a class="subject" href=${hash(['dossiers', one.id])}>${one.subject}</a>
        <div class="row">
          <span class="soft">${t('dossier.year', { year: one.planYear })}</span>
          ${urgency(one.urgency)}
        </div>
      </td>
      <td role="cell" data-label=${t('field.procedure')}>
        ${one.procedure.label}
        ${plan ? html`<div class="soft nowrap">${t('dossier.round', { round: one.round })}</div>` : nothing}
      </td>
      <td role="cell" class="typed" data-label=${t('field.drafter')}>
        ${one.drafter.fullName}
        <div class="soft">${one.unit.name}</div>
      </td>
      <td role="cell"><span class="chip ${one.state.code}">${one.state.label}</span></td>
      <td role="cell" data-label=${t('field.stepDueOn')}>${dossierDue(this.ctx, one)}</td>
      <td role="cell" data-label=${t('field.changed')}>
        <span class="nowrap">${format.dateTime(one.changedAt)}</span>
      </td>
    </tr>`;
  }
}
