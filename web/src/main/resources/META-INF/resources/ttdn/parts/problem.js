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

      .remedy {
        margin-top: 4px;
        font-weight: 600;
      }
    `,
  ];

  render() {
    const { title, detail, remedy } = this.problem;
    return html`<div class="box" role="alert" data-testid="problem" data-type=${this.problem.type}>
      <h3>${title}</h3>
      ${detail ? html`<p>${detail}</p>` : nothing}
      ${remedy ? html`<p class="remedy">${remedy}</p>` : nothing}
      <slot></slot>
    </div>`;
  }
}

/**
 * A problem at the field that it names, in the same shadow root as the input, which points at it
 * with `aria-describedby="<field>-fault"`.
 */
export function fault(field, problem) {
  return problem?.field === field
    ? html`<p class="fault" id=${`${field}-fault`} role="alert" data-testid="problem" data-field=${field}>
        <strong>${problem.title}.</strong> ${problem.detail} ${problem.remedy}
      </p>`
    : nothing;
}
