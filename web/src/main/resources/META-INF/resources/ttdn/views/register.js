import { css, html, nothing, repeat } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

const LIMIT = 50;

/** Sổ văn bản đi: a register of issued documents, year by year. */
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
      .years {
        margin-bottom: 16px;
      }

      .years ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        border-bottom: 1px solid var(--line);
        list-style: none;
      }

      .years a {
        display: block;
        padding: 8px 18px;
        border-bottom: 3px solid transparent;
        font-weight: 600;
        text-decoration: none;
      }

      .years a[aria-current='page'] {
        border-bottom-color: var(--gold);
        color: var(--ink);
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
    `,
  ];

  heading() {
    return this.t('register.title');
  }

  get #offset() {
    return Math.max(0, Math.trunc(Number(this.place.params.offset)) || 0);
  }

  /** The register and year that the address names, else the first and its newest. */
  get #shown() {
    const code = this.place.register ?? this.registers?.[0]?.code;
    const known = this.registers?.find((one) => one.code === code);
    return { code, year: this.place.year ?? String(known?.years[0] ?? ''), years: known?.years ?? [] };
  }

  async load(signal) {
    const { api } = this.ctx;
    this.registers = (await api.get('/registers', { signal })).items;
    const { code, year } = this.#shown;
    this.page = year
      ? await api.get(path`/registers/${code}/${year}`, {
          query: { q: this.place.params.q, offset: this.#offset, limit: LIMIT },
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

  /**
   * The export is in the reader's language, which a plain link cannot ask for: the link is there for
   * the keyboard, the context menu and a middle click, the plain click asks properly.
   */
  async #export(event, format) {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const { code, year } = this.#shown;
    this.refused = null;
    try {
      const { blob, name } = await this.ctx.api.file(path`/registers/${code}/${year}/export`, { format });
      const address = URL.createObjectURL(blob);
      const link = Object.assign(document.createElement('a'), {
        href: address,
        download: name || `so-van-ban-di-${code}-${year}.${format}`,
      });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
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
    const { code, year } = this.#shown;
    const link = (format) => html`<a
      class="button"
      data-testid=${`export-${format}`}
      href=${this.ctx.api.url(path`/registers/${code}/${year}/export`, { format })}
      download
      @click=${(event) => this.#export(event, format)}
      >${this.t(`register.export.${format}`)}</a
    >`;
    return html`<div class="row">${link('csv')} ${link('xlsx')}</div>`;
  }

  #register() {
    const { t, format } = this.ctx;
    const { code, year, years } = this.#shown;
    if (!year) {
      return html`<p class="card empty">${t('register.empty')}</p>`;
    }
    const { items, total } = this.page;
    return html`<nav class="years" aria-label=${t('register.years')}>
        <ul>
          ${years.map(
            (one) => html`<li>
              <a
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
      ${items.length === 0 ? html`<p class="card empty">${t('register.none')}</p>` : this.#table(items)}
      <ttdn-pager
        .ctx=${this.ctx}
        .offset=${this.#offset}
        .limit=${LIMIT}
        .total=${total}
        .address=${(offset) => hash(['register', code, year], { ...this.place.params, offset })}
      ></ttdn-pager>`;
  }

  #table(items) {
    const { t, format } = this.ctx;
    const { year } = this.#shown;
    return html`<div class="sheet">
      <table class="stack" role="table">
        <caption class="hidden">${t('register.caption', { year })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            ${['symbol', 'issuedOn', 'subject', 'signer', 'addressees', 'unit'].map(
              (name) => html`<th scope="col" role="columnheader">${t(`field.${name}`)}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            items,
            (one) => one.recordId,
            (one) => html`<tr role="row" data-testid="register-row">
              <td role="cell" class="nowrap">
                <a class="symbol" href=${hash(['records', one.recordId])}>${one.symbol}</a>
              </td>
              <td role="cell" data-label=${t('field.issuedOn')}>${format.date(one.issuedOn)}</td>
              <td role="cell"><span class="soft">${one.kind.label}</span> ${one.subject}</td>
              <td role="cell" data-label=${t('field.signer')}>
                ${one.signer.fullName}
                <div class="soft">${one.signer.position}</div>
              </td>
              <td role="cell" data-label=${t('field.addressees')}>
                ${one.addressees.map((to) => to.name).join('; ')}
              </td>
              <td role="cell" data-label=${t('field.unit')}>${one.draftingUnit.name}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
