import { css, html, nothing } from '../base/lit.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** Signs in at the host's own route; shown only where the host has one. */
export class SignIn extends View {
  static properties = { refused: { state: true }, busy: { state: true } };

  static styles = [
    controls,
    css`
      .card {
        max-width: 400px;
        margin: 8vh auto 0;
        padding: 28px;
        border-top: 4px solid var(--gold);
      }

      h1 {
        margin-bottom: 18px;
      }

      button {
        width: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.refused = null;
    this.busy = false;
  }

  heading() {
    return this.t('signin.title');
  }

  firstUpdated() {
    this.renderRoot.querySelector('#user').focus();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const value = (id) => this.renderRoot.querySelector(id).value;
    this.busy = true;
    this.refused = null;
    try {
      await this.ctx.api.signIn(value('#user').trim(), value('#password'));
      await this.ctx.signedIn();
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
      await this.updateComplete;
      this.renderRoot.querySelector('#password').select();
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<section class="card">
      <h1 tabindex="-1">${this.t('signin.title')}</h1>
      ${this.refused
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.refused}></ttdn-problem>`
        : nothing}
      <form @submit=${this.#submit}>
        <div class="field">
          <label for="user">${this.t('signin.user')}</label>
          <input
            id="user"
            name="username"
            data-testid="signin-user"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
          />
        </div>
        <div class="field">
          <label for="password">${this.t('signin.password')}</label>
          <input
            id="password"
            name="password"
            type="password"
            data-testid="signin-password"
            autocomplete="current-password"
            required
          />
        </div>
        <button class="primary" data-testid="signin-submit" ?disabled=${this.busy}>
          ${this.t('signin.submit')}
        </button>
      </form>
    </section>`;
  }
}
