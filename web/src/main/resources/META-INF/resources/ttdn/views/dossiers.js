import { css, html, nothing, repeat } from '../base/lit.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

const LIMIT = 20;
const STATES = ['DRAFTING', 'DEPARTMENT_HEAD_REVIEW', 'AGENCY_LEADER_REVIEW', 'ISSUING', 'ISSUED'];

/** The dossiers that I may read; what is searched for stands in the address. */
export class Dossiers extends View {
  static properties = { params: { attribute: false }, page: { state: true } };

  static loadOn = ['ctx', 'params'];

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
    `,
  ];

  heading() {
    return this.t('dossiers.title');
  }

  get #offset() {
    return Math.max(0, Math.trunc(Number(this.params.offset)) || 0);
  }

  async load(signal) {
    const { q, state } = this.params;
    this.page = await this.ctx.api.get('/dossiers', {
      query: { q, state, offset: this.#offset, limit: LIMIT },
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
    const mayOpen = me.roles.some((role) => role.code === 'SPECIALIST');
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
          <input id="words" type="search" data-testid="search" .value=${this.params.q ?? ''} />
        </div>
        <div class="state">
          <label for="state">${t('field.state')}</label>
          <select id="state" data-testid="filter-state" @change=${() => this.#search()}>
            <option value="" ?selected=${!this.params.state}>${t('dossiers.anyState')}</option>
            ${STATES.map(
              (state) => html`<option value=${state} ?selected=${this.params.state === state}>
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
                  ${['subject', 'planYear', 'unit', 'drafter', 'state', 'changed'].map(
                    (name) => html`<th scope="col" role="columnheader">${t(`field.${name}`)}</th>`,
                  )}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${repeat(items, (one) => one.id, (one) => this.#row(one))}
              </tbody>
            </table>
          </div>`}
      <ttdn-pager
        .ctx=${this.ctx}
        .offset=${this.#offset}
        .limit=${LIMIT}
        .total=${total}
        .address=${(offset) => hash(['dossiers'], { ...this.params, offset })}
      ></ttdn-pager>`;
  }

  #row(one) {
    const { t, format } = this.ctx;
    return html`<tr role="row" data-testid="dossier-row">
      <td role="cell">
        <a class="subject" href=${hash(['dossiers', one.id])}>${one.subject}</a>
      </td>
      <td role="cell" data-label=${t('field.planYear')}>${one.planYear}</td>
      <td role="cell" data-label=${t('field.unit')}>${one.unit.name}</td>
      <td role="cell" data-label=${t('field.drafter')}>${one.drafter.fullName}</td>
      <td role="cell"><span class="chip ${one.state.code}">${one.state.label}</span></td>
      <td role="cell" class="nowrap" data-label=${t('field.changed')}>${format.dateTime(one.changedAt)}</td>
    </tr>`;
  }
}
