import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** How an outcome is coloured, here and beside the version that it was about. */
export const TONES = { returned: 'bad', accepted: 'good', issued: 'good', cancelled: 'bad' };

const ACTIONS = new Set([
  'dossier.opened',
  'dossier.takenOver',
  'dossier.edited',
  'dossier.assigned',
  'document.put',
  'document.issued',
  'step.submitted',
  'step.accepted',
  'step.returned',
  'step.issued',
  'step.withdrawn',
  'step.cancelled',
  'step.seen',
  'incoming.registered',
  'answer.extended',
  'answer.received',
  'answer.no_comment',
  'answer.accepted',
  'answer.not_as_asked',
  'answer.note',
  'hold.placed',
  'hold.lifted',
]);

/** Who decided what about which version, and whether the audit chain behind it is whole. */
export class History extends View {
  static properties = { dossier: { attribute: false }, audit: { state: true }, asked: { state: true } };

  /** The chain is read when somebody asks, and again whenever the dossier has changed since. */
  static loadOn = ['ctx', 'dossier'];

  static styles = [
    controls,
    css`
      .comment {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .instead {
        font-size: 13.5px;
        font-weight: 600;
      }

      .about {
        min-width: 150px;
        font-size: 14px;
      }

      .row {
        margin-top: 14px;
      }

      .scroll {
        overflow-x: auto;
      }

      .audit {
        margin-top: 12px;
      }
    `,
  ];

  constructor() {
    super();
    this.audit = null;
    this.asked = false;
  }

  async load(signal) {
    if (this.asked) {
      this.audit = await this.ctx.api.get(path`/dossiers/${this.dossier.id}/audit`, { signal });
    }
  }

  #toggle() {
    this.asked = !this.asked;
    this.audit = null;
    this.reload();
  }

  render() {
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${this.t('history.title')}</h2>
      ${this.dossier.decisions.length === 0
        ? html`<p class="soft">${this.t('history.none')}</p>`
        : this.#decisions()}
      <div class="row">
        <button
          class="quiet"
          data-testid="audit"
          aria-expanded=${this.asked ? 'true' : 'false'}
          aria-controls="audit"
          @click=${this.#toggle}
        >
          ${this.t(this.asked ? 'audit.hide' : 'audit.check')}
        </button>
      </div>
      <div id="audit" aria-live="polite">${this.asked ? this.#chain() : nothing}</div>
    </section>`;
  }

  #decisions() {
    const { t, format } = this.ctx;
    return html`<table class="stack" role="table">
      <caption class="hidden">${t('history.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          ${['at', 'step', 'person', 'outcome', 'comment', 'version'].map(
            (name) => html`<th scope="col" role="columnheader">${t(`history.${name}`)}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.dossier.decisions.map(
          (one) => html`<tr role="row" data-testid="history-row">
            <td role="cell" class="nowrap">${format.dateTime(one.at)}</td>
            <td role="cell"><strong>${one.step.clause}</strong> ${one.step.label}</td>
            <td role="cell" class="typed">
              ${one.person.fullName}
              <div class="soft">${one.role.label}, ${one.role.unit.name}</div>
              ${one.insteadOf
                ? html`<div class="instead" data-testid="instead-of">
                    ${t('history.insteadOf', { name: one.insteadOf })}
                  </div>`
                : nothing}
            </td>
            <td role="cell">
              <span class="chip ${TONES[one.outcome.code] ?? ''}">${one.outcome.label}</span>
            </td>
            <td role="cell" class="typed comment" data-label=${t('history.comment')}>
              ${one.comment || '–'}
              ${one.withoutAnswer.length > 0
                ? html`<div class="soft" data-testid="went-on-without">
                    ${t('history.withoutAnswer', { names: one.withoutAnswer.join('; ') })}
                  </div>`
                : nothing}
            </td>
            <td role="cell" class="about" data-label=${t('history.version')}>
              ${one.documents.length === 0
                ? '–'
                : one.documents.map(
                    (about) => html`<div>${about.kind.label} <span class="soft">v${about.version}</span></div>`,
                  )}
            </td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #chain() {
    if (this.problem) {
      return this.trouble();
    }
    if (!this.audit) {
      return html`<p class="soft">${this.t('common.loading')}</p>`;
    }
    const { whole, firstBreak, items } = this.audit;
    const { t, format } = this.ctx;
    return html`<div class="audit">
      <p data-testid="audit-result">
        <span class="chip ${whole ? 'good' : 'bad'}">${t(whole ? 'audit.whole' : 'audit.broken')}</span>
        ${whole ? t('audit.whole.text', { count: items.length }) : t('audit.broken.text', { ordinal: firstBreak })}
      </p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('audit.title')}>
        <table>
          <caption class="hidden">${t('audit.title')}</caption>
          <thead>
            <tr>
              <th scope="col">${t('audit.ordinal')}</th>
              <th scope="col">${t('history.at')}</th>
              <th scope="col">${t('history.person')}</th>
              <th scope="col">${t('audit.action')}</th>
              <th scope="col">${t('audit.hash')}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (one) => html`<tr data-testid="audit-row">
                <td>${one.ordinal}</td>
                <td class="nowrap">${format.dateTime(one.at)}</td>
                <td>${one.actor.fullName}</td>
                <td>${ACTIONS.has(one.action) ? t(`audit.${one.action}`) : one.action}</td>
                <td class="mono">${one.hash.slice(0, 16)}…</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }
}
