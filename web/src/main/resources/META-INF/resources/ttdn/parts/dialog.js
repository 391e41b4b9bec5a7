import { css, html, nothing } from '../base/lit.js';
import { fieldStyles, focusFault } from '../base/fields.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** What every modal dialog of ours looks like. */
export const dialogStyles = css`
  dialog {
    width: min(600px, calc(100vw - 32px));
    max-height: calc(100vh - 32px);
    padding: 20px 24px;
    border: 0;
    border-top: 4px solid var(--gold);
    border-radius: var(--radius);
    color: var(--ink);
    box-shadow: 0 16px 48px rgb(9 43 75 / 35%);
  }

  dialog::backdrop {
    background: rgb(9 43 75 / 45%);
  }

  dialog h2 {
    margin-bottom: 10px;
  }

  .ends {
    justify-content: flex-end;
    margin-top: 18px;
  }
`;

/**
 * A small form in a modal `<dialog>`: the browser keeps the focus inside, closes it with Escape and
 * gives the focus back. A subclass says what the form is called, which fields it has and what is
 * sent; what the server refuses stands at its field, and the form stays open.
 *
 * A subclass has:
 * - `start(about)`: the values to begin with
 * - `title()`, `action()`: the heading and the button that sends
 * - `form()`: the fields; a field's id is its name in `values`
 * - `send()`: asks the server; what it answers goes to `done(answer)`
 */
export class FormDialog extends View {
  static properties = {
    about: { state: true },
    values: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static loadOn = [];

  static styles = [controls, fieldStyles, dialogStyles];

  constructor() {
    super();
    this.values = null;
    this.refused = null;
    this.busy = false;
  }

  /** Opens the form. */
  async open(about) {
    this.about = about;
    this.values = this.start(about);
    this.refused = null;
    await this.updateComplete;
    this.renderRoot.querySelector('dialog').showModal();
  }

  close() {
    this.renderRoot.querySelector('dialog').close();
  }

  /** What a field needs to know of the form. */
  field(id, label, more = {}) {
    return {
      id,
      label,
      value: this.values[id],
      refused: this.refused,
      pick: this.t('field.pick'),
      on: (value) => {
        this.values = { ...this.values, [id]: value };
      },
      ...more,
    };
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      const answer = await this.send();
      this.close();
      this.done(answer);
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
      focusFault(this);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { values, refused } = this;
    const known = values && refused && Object.hasOwn(values, refused.field);
    return html`<dialog
      aria-labelledby="title"
      @close=${() => {
        this.values = null;
      }}
    >
      ${values
        ? html`<h2 id="title">${this.title()}</h2>
            <form novalidate @submit=${this.#submit}>
              ${refused && !known
                ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}></ttdn-problem>`
                : nothing}
              ${this.form()}
              <div class="row ends">
                <button type="button" data-testid="cancel" @click=${this.close}>
                  ${this.t('common.cancel')}
                </button>
                <button
                  class=${this.dangerous ? 'danger' : 'primary'}
                  data-testid="send"
                  aria-disabled=${this.busy ? 'true' : 'false'}
                >
                  ${this.action()}
                </button>
              </div>
            </form>`
        : nothing}
    </dialog>`;
  }
}
