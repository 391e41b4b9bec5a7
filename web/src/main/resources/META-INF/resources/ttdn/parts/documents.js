import { css, html, nothing, repeat } from '../base/lit.js';
import { path } from '../base/api.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { TONES } from './history.js';

/** How many of a document's versions are shown at once; the rest is a click away. */
const SHOWN = 2;

/**
 * The dossier's documents: what the round needs and whether it is there, every version with what
 * was said about it, and the place to hand in the next one.
 */
export class Documents extends View {
  static properties = { dossier: { attribute: false } };

  static loadOn = [];

  static styles = [
    controls,
    css`
      .need {
        margin-bottom: 12px;
      }

      .lacks {
        color: var(--danger);
        font-weight: 600;
      }

      .document {
        padding-top: 12px;
        border-top: 1px solid var(--line);
      }

      .document + .document {
        margin-top: 14px;
      }

      .document h3 {
        flex: 1 1 auto;
      }

      .document > .row {
        margin-bottom: 6px;
      }

      ol {
        margin: 4px 0 10px;
        list-style: none;
      }

      .version {
        padding: 5px 0;
        font-size: 14px;
      }

      .number {
        min-width: 3.2em;
        font-weight: 600;
      }

      .said {
        margin-top: 6px;
        padding: 6px 10px;
        border-inline-start: 3px solid var(--line-strong);
        background: var(--ground);
        overflow-wrap: anywhere;
      }

      .said.bad {
        border-color: var(--danger);
        background: var(--danger-soft);
      }

      .said.good {
        border-color: var(--good);
      }

      .said .comment {
        white-space: pre-line;
      }

      summary {
        padding: 4px 0;
        color: var(--brand);
        font-weight: 600;
        cursor: pointer;
      }

      details.others {
        margin-top: 14px;
        padding-top: 8px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  #uploaded(event) {
    const stored = event.detail;
    this.ctx.say(this.t('upload.done', { name: stored.name, version: stored.version }));
    this.changed();
  }

  render() {
    const { dossier } = this;
    const may = dossier.actions.some((action) => action.code === 'PUT_DOCUMENT');
    const draft = (kind) => dossier.documents.find((one) => !one.signed && one.kind.code === kind.code);
    const needed = dossier.needed.map((one) => ({ ...one, document: draft(one.kind) }));
    const shown = new Set(needed.map((one) => one.document?.id));
    const others = dossier.documents.filter((one) => !shown.has(one.id));
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${this.t('documents.title')}</h2>
      ${needed.length > 0 ? this.#need(needed) : nothing}
      ${repeat(
        needed,
        (one) => one.kind.code,
        (one) => this.#needed(one, may),
      )}
      ${others.length === 0
        ? nothing
        : html`<details class="others" ?open=${needed.length === 0}>
            <summary data-testid="other-documents">
              ${this.t('documents.others', { count: others.length })}
            </summary>
            ${repeat(
              others,
              (one) => one.id,
              (one) => html`<div class="document" data-testid="document">
                <h3>${this.#title(one)}</h3>
                ${this.#versions(one)}
              </div>`,
            )}
          </details>`}
      ${needed.length + others.length === 0
        ? html`<p class="soft">${this.t('documents.none')}</p>`
        : nothing}
    </section>`;
  }

  #title({ kind, signed }) {
    return signed ? this.t('documents.signed', { kind: kind.label }) : kind.label;
  }

  #need(needed) {
    const names = (some) => some.map((one) => one.kind.label).join(', ');
    const lacking = needed.filter((one) => !one.there);
    return html`<p class="need" data-testid="needed">
      ${this.t('documents.needed', { kinds: names(needed) })}
      ${lacking.length > 0
        ? html`<span class="lacks">${this.t('documents.lacking', { kinds: names(lacking) })}</span>`
        : nothing}
    </p>`;
  }

  #needed({ kind, there, document }, may) {
    return html`<div class="document" data-testid="document" data-kind=${kind.code}>
      <div class="row">
        <h3>${kind.label}</h3>
        <span class="chip ${there ? 'good' : 'bad'}"
          >${this.t(there ? 'documents.there' : 'documents.missing')}</span
        >
      </div>
      ${document ? this.#versions(document) : nothing}
      ${may
        ? html`<ttdn-upload
            .ctx=${this.ctx}
            .route=${path`/dossiers/${this.dossier.id}/documents/${kind.code}`}
            .name=${kind.code}
            .label=${this.t(document ? 'upload.next' : 'upload.first')}
            @ttdn-uploaded=${this.#uploaded}
          ></ttdn-upload>`
        : nothing}
    </div>`;
  }

  #versions(one) {
    const newest = [...one.versions].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    const list = (some) =>
      html`<ol>
        ${repeat(
          some,
          (version) => version.version,
          (version) => this.#version(one, version),
        )}
      </ol>`;
    const older = newest.slice(SHOWN);
    return html`${list(newest.slice(0, SHOWN))}
    ${older.length === 0
      ? nothing
      : html`<details>
          <summary>${this.t('documents.older', { count: older.length })}</summary>
          ${list(older)}
        </details>`}`;
  }

  #version(one, version) {
    const { api, format } = this.ctx;
    const address = api.url(
      path`/dossiers/${this.dossier.id}/documents/${one.id}/versions/${version.version}/content`,
    );
    return html`<li class="version" data-testid="version" data-version=${version.version}>
      <div class="row">
        <span class="number">v${version.version}</span>
        <a href=${address} download=${version.name} data-testid="download">${version.name}</a>
        <span class="soft nowrap">${format.size(version.size)}</span>
      </div>
      <p class="soft">${version.createdBy.fullName}, ${format.dateTime(version.createdAt)}</p>
      ${this.#said(one.id, version.version)}
    </li>`;
  }

  /** What was said about exactly that version. */
  #said(id, version) {
    return this.dossier.decisions
      .filter(({ comment }) => comment)
      .filter(({ documents }) => documents.some((one) => one.id === id && one.version === version))
      .map(
        (one) => html`<div class="said ${TONES[one.outcome.code] ?? ''}" data-testid="said">
          <strong>${one.outcome.label}</strong>
          <span class="soft"
            >${one.person.fullName}${one.insteadOf
              ? `, ${this.t('history.insteadOf', { name: one.insteadOf })}`
              : ''},
            ${one.step.clause}, ${this.ctx.format.dateTime(one.at)}</span
          >
          <p class="comment">${one.comment}</p>
        </div>`,
      );
  }
}
