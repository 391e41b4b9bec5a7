import { LitElement, html, nothing } from './lit.js';

/**
 * What every view and part of the page has: the context of the app and one way to wait for the
 * server and to show what it refused.
 *
 * A subclass names in `static loadOn` the properties whose change makes it load, and loads in
 * `load(signal)`.
 */
export class View extends LitElement {
  static properties = {
    ctx: { attribute: false },
    problem: { state: true },
    loading: { state: true },
  };

  static loadOn = ['ctx'];

  #loads = null;

  constructor() {
    super();
    this.problem = null;
    this.loading = false;
  }

  willUpdate(changed) {
    if (this.ctx && this.constructor.loadOn.some((name) => changed.has(name))) {
      this.reload();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#loads?.abort();
  }

  /** Loads anew; an answer that is overtaken by a later question is dropped. */
  async reload() {
    this.#loads?.abort();
    const controller = new AbortController();
    this.#loads = controller;
    this.loading = true;
    try {
      await this.load(controller.signal);
      this.problem = null;
    } catch (failure) {
      if (controller.signal.aborted) {
        return;
      }
      if (!failure.title) {
        throw failure;
      }
      this.problem = failure;
    }
    if (!controller.signal.aborted) {
      this.loading = false;
      await this.updateComplete;
      this.dispatchEvent(
        new CustomEvent('ttdn-ready', {
          bubbles: true,
          composed: true,
          detail: { title: this.heading?.() ?? '' },
        }),
      );
    }
  }

  /** Overridden by views that ask the server. */
  async load() {}

  t(key, words) {
    return this.ctx.t(key, words);
  }

  /** Where a screen reader and the keyboard start after a change of view. */
  focusHeading() {
    this.renderRoot.querySelector('h1')?.focus();
  }

  /** Tells the view around this part that what it shows has changed on the server. */
  changed(detail = {}) {
    this.dispatchEvent(new CustomEvent('ttdn-changed', { bubbles: true, composed: true, detail }));
  }

  waiting() {
    return this.loading
      ? html`<p class="waiting" aria-hidden="true">${this.t('common.loading')}</p>`
      : nothing;
  }

  trouble() {
    return this.problem
      ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.problem}></ttdn-problem>`
      : nothing;
  }
}
