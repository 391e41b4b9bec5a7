import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash, offsetOf } from '../base/route.js';
import { save } from '../base/save.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { incoming, outgoing } from '../parts/register-tables.js';

const LIMIT = 50;

/** The code that the register of incoming documents has among the others. */
const INCOMING = 'DEN';

/** The registers: of issued documents, as many as the agency keeps, and of incoming ones, by year. */
export class Register extends View {
  static properties = {
    place: { attribute: false },
    registers: { state: true },
    page: { state: true },
    refused: { state: true },
  };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    css`
      .top,
      .tabs,
      .years {
        margin-bottom: 14px;
      }

      .tabs ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 4px;
        border-bottom: 1px solid var(--line);
        list-style: none;
      }

      .tabs a {
        display: block;
        padding: 6px 16px 8px;
        border-bottom: 3px solid transparent;
        text-decoration: none;
      }

      .tabs strong {
        display: block;
      }

      .tabs span {
        color: var(--ink-soft);
        font-size: 13px;
      }

      .tabs a[aria-current='page'] {
        border-bottom-color: var(--gold);
        color: var(--ink);
      }

      .years ul {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        list-style: none;
      }

      .years a {
        min-height: 32px;
        padding: 3px 14px;
        font-weight: 400;
      }

      .years a[aria-current='page'] {
        border-color: var(--brand);
        background: var(--brand-soft);
        font-weight: 600;
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

      .count {
        margin-bottom: 8px;
      }

      .symbol {
        font-weight: 600;
      }

      .overtaken {
        text-decoration: line-through;
      }

      tr.mended td:first-child {
        box-shadow: inset 4px 0 0 var(--danger);
      }
    `,
  ];

  heading() {
    return this.t('register.title');
  }

  /** The register and year that the address names, else the first and its newest. */
  get #shown() {
    const code = this.place.register ?? this.registers?.[0]?.code;
    const known = this.registers?.find((one) => one.code === code);
    return { code, year: this.place.year ?? String(known?.years[0] ?? ''), years: known?.years ?? [] };
  }

  /** Where the contract has a register's year. */
  #route({ code, year }) {
    return code === INCOMING ? path`/incoming/${year}` : path`/registers/${code}/${year}`;
  }

  async load(signal) {
    const { api } = this.ctx;
    const { items, incomingYears } = await api.get('/registers', { signal });
    this.registers = [...items, { code: INCOMING, kinds: [], years: incomingYears }];
    this.page = this.#shown.year
      ? await api.get(this.#route(this.#shown), {
          query: { q: this.place.params.q, offset: offsetOf(this.place), limit: LIMIT },
          signal,
        })
      : { items: [], total: 0 };
  }

  #search(event) {
    event.preventDefault();
    const { code, year } = this.#shown;
    const q = this.renderRoot.querySelector('#words').value.trim();
    this.ctx.go(['register', code, year], { q });
  }

  async #export(event, format) {
    const { code, year } = this.#shown;
    this.refused = null;
    try {
      await save(this.ctx, event, `${this.#route(this.#shown)}/export`, {
        query: { format },
        name: `so-van-ban-${code}-${year}.${format}`,
      });
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    }
  }

  render() {
    return html`<div class="row spread top">
        <h1 tabindex="-1">${this.t('register.title')}</h1>
        ${this.page && this.#shown.year ? this.#exports() : nothing}
      </div>
      ${this.trouble()}
      ${this.refused
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.refused}></ttdn-problem>`
        : nothing}
      ${this.page ? this.#register() : this.waiting()}`;
  }

  #exports() {
    const link = (format) => html`<a
      class="button"
      data-testid=${`export-${format}`}
      href=${this.ctx.api.url(`${this.#route(this.#shown)}/export`, { format })}
      download
      @click=${(event) => this.#export(event, format)}
      >${this.t(`register.export.${format}`)}</a
    >`;
    return html`<div class="row">${link('csv')} ${link('xlsx')}</div>`;
  }

  #name(code) {
    return code === INCOMING ? this.t('register.incoming') : this.t('register.out', { code });
  }

  #tab({ code, kinds, keptElsewhere }) {
    const { t } = this.ctx;
    const holds =
      code === INCOMING ? t('register.incoming.holds') : kinds.map((kind) => kind.label).join(', ');
    return html`<li>
      <a
        href=${hash(['register', code])}
        data-testid=${`register-${code}`}
        aria-current=${code === this.#shown.code ? 'page' : 'false'}
      >
        <strong>${this.#name(code)}</strong>
        <span>${keptElsewhere ? t('register.elsewhere', { kinds: holds }) : holds}</span>
      </a>
    </li>`;
  }

  #register() {
    const { t, format } = this.ctx;
    const { code, year, years } = this.#shown;
    const tabs = html`<nav class="tabs" aria-label=${t('register.registers')}>
      <ul>
        ${this.registers.map((one) => this.#tab(one))}
      </ul>
    </nav>`;
    if (!year) {
      return html`${tabs}
        <p class="card empty" data-testid="register-empty">${t('register.empty')}</p>`;
    }
    const { items, total } = this.page;
    const caption = t('register.caption', { name: this.#name(code), year });
    return html`${tabs}
      <nav class="years" aria-label=${t('register.years')}>
        <ul>
          ${years.map(
            (one) => html`<li>
              <a
                class="button"
                href=${hash(['register', code, String(one)])}
                data-testid=${`year-${one}`}
                aria-current=${String(one) === year ? 'page' : 'false'}
                >${one}</a
              >
            </li>`,
          )}
        </ul>
      </nav>
      <form role="search" @submit=${this.#search}>
        <div class="words">
          <label for="words">${t('search.words')} <span class="hint">${t('search.hint')}</span></label>
          <input id="words" type="search" data-testid="search" .value=${this.place.params.q ?? ''} />
        </div>
        <button data-testid="search-submit">${t('search.go')}</button>
      </form>
      <p class="count soft" role="status" data-testid="count">
        ${t('register.count', { count: format.number(total) })}
      </p>
      ${items.length === 0
        ? html`<p class="card empty">${t('register.none')}</p>`
        : html`<div class="sheet">
            ${code === INCOMING ? incoming(this.ctx, items, caption) : outgoing(this.ctx, items, caption)}
          </div>`}
      <ttdn-pager
        .ctx=${this.ctx}
        .offset=${offsetOf(this.place)}
        .limit=${LIMIT}
        .total=${total}
        .address=${(offset) => hash(['register', code, year], { ...this.place.params, offset })}
      ></ttdn-pager>`;
  }
}
