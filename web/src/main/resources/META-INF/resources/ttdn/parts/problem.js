import { LitElement, css, html, nothing } from '../base/lit.js';
import { controls } from '../base/styles.js';

/** A problem document as people read it: what, why, the way out. */
export class Problem extends LitElement {
  static properties = { ctx: { attribute: false }, problem: { attribute: false } };

  static styles = [
    controls,
    css`
      .box {
        margin-bottom: 16px;
        padding: 12px 16px;
        border: 1px solid var(--danger);
        border-inline-start-width: 5px;
        border-radius: var(--radius);
        background: var(--danger-soft);
      }

      .title {
        font-weight: 600;
      }

      .remedy {
        margin-top: 4px;
        font-weight: 600;
      }
    `,
  ];

  render() {
    const { title, detail, remedy } = this.problem;
    return html`<div class="box" role="alert" data-testid="problem" data-type=${this.problem.type}>
      <p class="title">${title}</p>
      ${detail ? html`<p>${detail}</p>` : nothing}
      ${remedy ? html`<p class="remedy">${remedy}</p>` : nothing}
      <slot></slot>
    </div>`;
  }
}
