import { css, html, ifDefined, nothing } from '../base/lit.js';
import { fault } from '../base/fields.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/**
 * A place for one file: picked or dropped, looked at, sent with a bar that shows how much has gone,
 * and called off at any time. Tells of the stored file by `ttdn-uploaded`.
 *
 * With `held` the file waits for its form: who has the form calls {@link Upload#send}. With `keeps`
 * it is sent at once and stays, read into memory, so that what was looked at can be sent once more
 * as it was. `ttdn-picked` tells that another file takes its place.
 */
export class Upload extends View {
  static properties = {
    /** Where it goes, e.g. /dossiers/d1/documents/PLAN. */
    route: {},
    /** What the button says. */
    label: {},
    /** Ends the test ids, where a view has several of them. */
    name: {},
    /** The endings that are taken. */
    takes: {},
    held: { type: Boolean },
    keeps: { type: Boolean },
    file: { state: true },
    /** How much of the running upload has been sent, 0 to 1; null when none runs. */
    sent: { state: true },
    over: { state: true },
    refused: { state: true },
  };

  static loadOn = [];

  static styles = [
    controls,
    css`
      .drop {
        padding: 10px 12px;
        border: 2px dashed var(--line-strong);
        border-radius: var(--radius);
      }

      .drop.over {
        border-color: var(--brand);
        background: var(--brand-soft);
      }

      .drop .row {
        gap: 4px 12px;
      }

      .drop input {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      .drop label {
        display: inline-flex;
        margin: 0;
      }

      .drop input:focus-visible + label {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }

      .hint {
        flex: 1 1 150px;
        font-size: 13px;
        line-height: 1.35;
      }

      .name {
        overflow-wrap: anywhere;
        font-weight: 600;
      }

      .bar {
        margin: 0;
        font-weight: 400;
      }

      progress {
        flex: 1 1 80px;
        min-width: 60px;
        height: 14px;
        accent-color: var(--brand);
      }
    `,
  ];

  #running = null;

  constructor() {
    super();
    this.name = 'input';
    this.takes = '.docx,.odt,.pdf';
    this.held = false;
    this.keeps = false;
    this.file = null;
    this.sent = null;
    this.over = false;
    this.refused = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  async #take(files) {
    if (files.length === 0 || this.sent !== null) {
      return;
    }
    const [file] = files;
    this.dispatchEvent(new CustomEvent('ttdn-picked'));
    if (this.keeps) {
      this.file = null;
    }
    const most = this.ctx.me.maxUploadBytes;
    if (files.length > 1) {
      this.refused = this.#refusal('upload.several', {});
    } else if (file.size > most) {
      this.refused = this.#refusal('upload.tooLarge', {
        name: file.name,
        size: this.ctx.format.size(file.size),
        most: this.ctx.format.size(most),
      });
    } else {
      this.refused = null;
      this.file = this.keeps ? new File([await file.arrayBuffer()], file.name) : file;
      if (!this.held) {
        this.send();
      }
    }
  }

  /**
   * Sends the file.
   *
   * @param fields what goes with it, by name
   * @param query what the route is asked with
   * @return what was stored; null if it was not: a problem of another field than the file is thrown
   */
  async send(fields = {}, query = {}) {
    if (!this.file) {
      this.refused = this.#refusal('upload.missing', {});
      this.#focus();
      return null;
    }
    const { file } = this;
    this.refused = null;
    this.sent = 0;
    this.#running = new AbortController();
    try {
      const stored = await this.ctx.api.upload(this.route, file, {
        fields,
        query,
        progress: (share) => {
          this.sent = share;
        },
        signal: this.#running.signal,
      });
      if (!this.keeps) {
        this.file = null;
      }
      this.dispatchEvent(new CustomEvent('ttdn-uploaded', { detail: stored }));
      return stored;
    } catch (failure) {
      if (failure.name === 'AbortError') {
        this.#calledOff();
        return null;
      }
      if (!failure.title) {
        throw failure;
      }
      if (this.held && failure.field !== 'file') {
        throw failure;
      }
      this.refused = failure;
      if (!this.held && !this.keeps) {
        this.file = null;
      }
      this.#focus();
      return null;
    } finally {
      this.sent = null;
      this.#running = null;
    }
  }

  #calledOff() {
    if (!this.isConnected) {
      return;
    }
    if (!this.held && !this.keeps) {
      this.file = null;
    }
    this.ctx.say(this.t('upload.calledOff'));
    this.#focus();
  }

  focus() {
    this.renderRoot.querySelector('input')?.focus();
  }

  async #focus() {
    await this.updateComplete;
    this.focus();
  }

  #refusal(key, words) {
    const part = (name) => this.t(`${key}.${name}`, words);
    return { field: 'file', title: part('title'), detail: part('detail'), remedy: part('remedy') };
  }

  #picked(event) {
    this.#take([...event.target.files]);
    // The same file may be picked again once it was mended.
    event.target.value = '';
  }

  #dropped(event) {
    event.preventDefault();
    this.over = false;
    this.#take([...event.dataTransfer.files]);
  }

  #drag(event, over) {
    event.preventDefault();
    this.over = over;
  }

  render() {
    return this.sent === null ? this.#place() : this.#progress();
  }

  #progress() {
    const percent = Math.round(this.sent * 100);
    return html`<div class="drop" data-testid=${`uploading-${this.name}`}>
      <p class="name">${this.file?.name}</p>
      <div class="row">
        <label for="progress" class="bar">${this.t('upload.running')}</label>
        <progress id="progress" max="100" .value=${percent}></progress>
        <span class="nowrap">${percent} %</span>
        <button
          type="button"
          class="quiet"
          data-testid=${`upload-cancel-${this.name}`}
          @click=${() => this.#running.abort()}
        >
          ${this.t('upload.callOff')}
        </button>
      </div>
    </div>`;
  }

  #place() {
    const { format, me } = this.ctx;
    const { refused, file } = this;
    const described = ['takes', refused?.field === 'file' ? 'file-fault' : ''].filter(Boolean).join(' ');
    return html`<div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event) => this.#drag(event, true)}
        @dragleave=${(event) => this.#drag(event, false)}
        @drop=${this.#dropped}
      >
        ${file
          ? html`<p class="name" data-testid=${`held-${this.name}`}>${file.name} (${format.size(file.size)})</p>`
          : nothing}
        <div class="row">
          <input
            type="file"
            id="file"
            data-testid=${`upload-${this.name}`}
            accept=${this.takes}
            aria-invalid=${ifDefined(refused ? 'true' : undefined)}
            aria-describedby=${described}
            @change=${this.#picked}
          />
          <label for="file" class="button">${file ? this.t('upload.other') : this.label}</label>
          <span class="hint" id="takes">${this.#limits(format.size(me.maxUploadBytes))}</span>
        </div>
      </div>
      ${refused?.field === 'file'
        ? fault('file', refused)
        : refused
          ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}></ttdn-problem>`
          : nothing}`;
  }

  #limits(most) {
    const kinds = this.takes
      .split(',')
      .map((ending) => ending.slice(1).toUpperCase())
      .join(', ');
    return this.t('upload.takes', { kinds, most });
  }
}
