import { LitElement, css, html, nothing } from '../base/lit.js';
import { controls } from '../base/styles.js';

/** Where the context has the place itself. */
const PLACE = '[…]';

const TONES = { SAME: 'good', DIFFERENT: 'bad' };

/** How a signed file reads beside what was approved: place by place, with the words around it. */
export class Comparison extends LitElement {
  static properties = { ctx: { attribute: false }, comparison: { attribute: false } };

  static styles = [
    controls,
    css`
      .box {
        margin-top: 8px;
        padding: 8px 12px;
        border-inline-start: 4px solid var(--gold);
        background: var(--warn-soft);
        font-size: 14px;
      }

      .box.good {
        border-color: var(--good);
        background: var(--good-soft);
      }

      .box.bad {
        border-color: var(--danger);
        background: var(--danger-soft);
      }

      .verdict {
        font-weight: 600;
      }

      .places {
        max-height: 280px;
        margin-top: 6px;
        overflow-y: auto;
      }

      ol {
        list-style: none;
      }

      li {
        padding: 6px 8px;
        border: 1px solid var(--line);
        background: var(--paper);
      }

      li + li {
        border-top: 0;
      }

      del {
        color: var(--danger);
      }

      ins {
        color: var(--good);
        font-weight: 600;
      }
    `,
  ];

  render() {
    const { verdict, reason, total, similarity, differences } = this.comparison;
    const { t, format } = this.ctx;
    const words = {
      reason,
      total: format.number(total),
      // Two texts with a difference are never shown as wholly alike.
      alike: format.number(Math.floor((similarity ?? 0) * 100)),
    };
    return html`<div class="box ${TONES[verdict.code] ?? ''}" data-testid="comparison" data-verdict=${verdict.code}>
      <p class="verdict">${t(`issue.compared.${verdict.code}`, words)}</p>
      ${differences.length > 0
        ? html`<p>
              ${t('issue.compared.legend')}
              ${differences.length < total
                ? t('issue.compared.first', { count: format.number(differences.length) })
                : nothing}
            </p>
            <div class="places" tabindex="0" role="group" aria-label=${t('issue.compared.places')}>
              <ol>
                ${differences.map((one) => this.#place(one))}
              </ol>
            </div>`
        : nothing}
    </div>`;
  }

  #place({ approved, signed, context }) {
    const { t } = this.ctx;
    const at = context.indexOf(PLACE);
    const before = at < 0 ? context : context.slice(0, at);
    const behind = at < 0 ? '' : context.slice(at + PLACE.length);
    return html`<li data-testid="difference">
      ${before}
      ${approved
        ? html`<del><span class="hidden">${t('issue.compared.approved')} </span>${approved}</del>`
        : nothing}
      ${signed
        ? html`<ins><span class="hidden">${t('issue.compared.signed')} </span>${signed}</ins>`
        : nothing}
      ${behind}
    </li>`;
  }
}
