import { css, html, ifDefined, nothing, repeat } from '../base/lit.js';
import { path } from '../base/api.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { fault } from './problem.js';

const TAKEN = '.docx,.odt,.pdf';

/** The dossier's documents with their versions, and the place to hand in the next one. */
export class Documents extends View {
  static properties = {
    dossier: { attribute: false },
    /** How much of the running upload has been sent, 0 to 1; null when none runs. */
    sent: { state: true },
    over: { state: true },
    refused: { state: true },
  };

  static loadOn = [];

  static styles = [
    controls,
    css`
      .document + .document {
        margin-top: 16px;
        padding-top: 16px;
        border-top: 1px solid var(--line);
      }

      ol {
        list-style: none;
      }

      li {
        padding: 7px 0;
        border-top: 1px solid var(--line);
        font-size: 14px;
      }

      li:first-child {
        border-top: 0;
      }

      .version {
        min-width: 3.2em;
        font-weight: 600;
      }

      .drop {
        margin-top: 14px;
        padding: 16px;
        border: 2px dashed var(--line-strong);
        border-radius: var(--radius);
        text-align: center;
      }

      .drop.over {
        border-color: var(--brand);
        background: var(--brand-soft);
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
        margin-bottom: 6px;
      }

      .drop input:focus-visible + label {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }

      progress {
        flex: 1;
        height: 14px;
        accent-color: var(--brand);
      }
    `,
  ];

  #running = null;

  constructor() {
    super();
    this.sent = null;
    this.over = false;
    this.refused = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  async #take(files) {
    const file = files[0];
    if (!file || this.sent !== null) {
      return;
    }
    this.refused = null;
    const most = this.ctx.me.maxUploadBytes;
    if (files.length > 1) {
      this.refused = this.#refusal('upload.several', {});
      return;
    }
    if (file.size > most) {
      this.refused = this.#refusal('upload.tooLarge', {
        name: file.name,
        size: this.ctx.format.size(file.size),
        most: this.ctx.format.size(most),
      });
      return;
    }
    this.sent = 0;
    this.#running = new AbortController();
    try {
      const stored = await this.ctx.api.upload(path`/dossiers/${this.dossier.id}/letter`, file, {
        progress: (share) => {
          this.sent = share;
        },
        signal: this.#running.signal,
      });
      this.ctx.say(this.t('upload.done', { name: stored.name, version: stored.version }));
      this.dispatchEvent(new CustomEvent('ttdn-changed', { bubbles: true, composed: true }));
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        if (!failure.title) {
          throw failure;
        }
        this.refused = failure;
      }
    } finally {
      this.sent = null;
      this.#running = null;
    }
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
    const { dossier } = this;
    const may = dossier.actions.some((action) => action.code === 'PUT_DOCUMENT');
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${this.t('documents.title')}</h2>
      ${dossier.documents.length === 0 ? html`<p class="soft">${this.t('documents.none')}</p>` : nothing}
      ${repeat(dossier.documents, (one) => one.id, (one) => this.#document(one))}
      ${may ? this.#upload() : nothing}
    </section>`;
  }

  #document(one) {
    return html`<div class="document" data-testid="document">
      <p><strong>${one.kind.label}</strong></p>
      <ol>
        ${repeat([...one.versions].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)), (version) => version.version, (version) => this.#version(one, version))}
      </ol>
    </div>`;
  }

  #version(one, version) {
    const { api, format } = this.ctx;
    const address = api.url(
      path`/dossiers/${this.dossier.id}/documents/${one.id}/versions/${version.version}/content`,
    );
    return html`<li data-testid="version">
      <div class="row">
        <span class="version">v${version.version}</span>
        <a href=${address} download=${version.name} data-testid="download">${version.name}</a>
        <span class="soft nowrap">${format.size(version.size)}</span>
      </div>
      <p class="soft">${version.createdBy.fullName}, ${format.dateTime(version.createdAt)}</p>
    </li>`;
  }

  #upload() {
    const { me, format } = this.ctx;
    const next = this.dossier.documents.length > 0;
    if (this.sent !== null) {
      const percent = Math.round(this.sent * 100);
      return html`<div class="drop">
        <div class="row">
          <label for="progress">${this.t('upload.running')}</label>
          <progress id="progress" max="100" .value=${percent}></progress>
          <span class="nowrap">${percent} %</span>
          <button class="quiet" @click=${() => this.#running.abort()}>${this.t('common.cancel')}</button>
        </div>
      </div>`;
    }
    return html`<div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(event) => this.#drag(event, true)}
        @dragleave=${(event) => this.#drag(event, false)}
        @drop=${this.#dropped}
      >
        <input
          type="file"
          id="file"
          data-testid="upload-input"
          accept=${TAKEN}
          aria-invalid=${ifDefined(this.refused ? 'true' : undefined)}
          aria-describedby="takes file-fault"
          @change=${this.#picked}
        />
        <label for="file" class="button">${this.t(next ? 'upload.next' : 'upload.first')}</label>
        <p class="hint" id="takes">${this.t('upload.takes', { most: format.size(me.maxUploadBytes) })}</p>
      </div>
      ${this.refused?.field === 'file'
        ? fault('file', this.refused)
        : this.refused
          ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.refused}></ttdn-problem>`
          : nothing}`;
  }
}
