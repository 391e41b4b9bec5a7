import { LitElement, css, html, nothing } from '../base/lit.js';
import { controls } from '../base/styles.js';
import { dialogStyles } from './dialog.js';

/**
 * Asks before something that cannot be undone. A modal `<dialog>`: the browser keeps the focus
 * inside, closes it with Escape and gives the focus back.
 */
export class Confirm extends LitElement {
  static properties = { ctx: { attribute: false }, question: { state: true } };

  static styles = [
    controls,
    dialogStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 14px;
        margin: 12px 0;
      }
    `,
  ];

  #answer = null;

  /**
   * Shows the question.
   *
   * @param facts pairs of name and value to check once more
   * @return a promise of whether it was confirmed
   */
  async ask({ title, text, facts, action }) {
    this.question = { title, text, facts, action };
    await this.updateComplete;
    this.renderRoot.querySelector('dialog').showModal();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  #close(confirmed) {
    this.renderRoot.querySelector('dialog').close(confirmed ? 'yes' : '');
  }

  #closed(event) {
    this.#answer?.(event.target.returnValue === 'yes');
    this.#answer = null;
    event.target.returnValue = '';
  }

  render() {
    const { title, text, facts, action } = this.question ?? {};
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${this.#closed}>
      ${this.question
        ? html`<h2 id="title">${title}</h2>
            <p id="text">${text}</p>
            <dl>
              ${facts.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing))}
            </dl>
            <div class="row ends">
              <button data-testid="cancel" @click=${() => this.#close(false)}>
                ${this.ctx.t('common.cancel')}
              </button>
              <button class="primary" data-testid="confirm" @click=${() => this.#close(true)}>
                ${action}
              </button>
            </div>`
        : nothing}
    </dialog>`;
  }
}
