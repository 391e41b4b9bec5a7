import { LitElement, css, html, nothing } from '../base/lit.js';
import { controls } from '../base/styles.js';

/** Leads through a list page by page with plain links, so that the browser's history works. */
export class Pager extends LitElement {
  static properties = {
    ctx: { attribute: false },
    offset: { type: Number },
    limit: { type: Number },
    total: { type: Number },
    /** Makes the address of the page that starts at an offset. */
    address: { attribute: false },
  };

  static styles = [
    controls,
    css`
      nav {
        margin-top: 14px;
      }
    `,
  ];

  render() {
    const { t, format } = this.ctx;
    const { offset, limit, total } = this;
    if (total <= limit && offset === 0) {
      return nothing;
    }
    const last = Math.min(offset + limit, total);
    return html`<nav class="row" aria-label=${t('pager.label')}>
      ${offset > 0
        ? html`<a class="button" rel="prev" data-testid="previous" href=${this.address(Math.max(0, offset - limit))}
            >${t('pager.previous')}</a
          >`
        : nothing}
      <span>
        ${t('pager.range', {
          first: format.number(Math.min(offset + 1, total)),
          last: format.number(last),
          total: format.number(total),
        })}
      </span>
      ${last < total
        ? html`<a class="button" rel="next" data-testid="next" href=${this.address(offset + limit)}
            >${t('pager.next')}</a
          >`
        : nothing}
    </nav>`;
  }
}
