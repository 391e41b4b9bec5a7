import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { PURPOSES } from '../parts/mend.js';
import { mending, overtaken } from '../parts/records.js';

/** A frozen document: what it is, to whom it was sent, and what has mended it since. */
export class RecordView extends View {
  static properties = {
    place: { attribute: false },
    record: { state: true },
    /** Whether I may begin a letter that mends it. */
    mayMend: { state: true },
  };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    css`
      .top {
        margin-bottom: 16px;
      }

      .cards {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 16px;
        align-items: start;
      }

      .main {
        border-top: 4px solid var(--gold);
      }

      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }

      dl {
        display: grid;
        grid-template-columns: 170px 1fr;
        gap: 10px 20px;
      }

      dt {
        padding-top: 1px;
        font-size: 14px;
      }

      ul {
        list-style: none;
      }

      .dispatches li + li {
        margin-top: 8px;
        padding-top: 8px;
        border-top: 1px solid var(--line);
      }

      .frozen {
        margin-top: 18px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }

      .note {
        margin-bottom: 16px;
        padding: 10px 16px;
        border-inline-start: 5px solid var(--danger);
        background: var(--danger-soft);
      }

      .overtaken {
        text-decoration: line-through;
      }

      @media (max-width: 900px) {
        .cards,
        dl {
          grid-template-columns: minmax(0, 1fr);
        }

        dl {
          gap: 2px;
        }

        dd {
          margin-bottom: 8px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.mayMend = false;
  }

  heading() {
    if (!this.record) {
      return this.t('record.title');
    }
    const { register, kind } = this.record;
    return register ? this.t('record.heading', { kind: kind.label, symbol: register.symbol }) : kind.label;
  }

  async load(signal) {
    this.record = await this.ctx.api.get(path`/records/${this.place.id}`, { signal });
    this.mayMend = await this.#may(signal);
  }

  /**
   * Letters apart are begun from the plan's dossier; who may is told there. What is numbered
   * elsewhere is mended there.
   */
  async #may(signal) {
    const { register } = this.record;
    if (!register || !this.ctx.me.roles.some((role) => role.code === 'SPECIALIST')) {
      return false;
    }
    try {
      const registers = await this.ctx.api.get('/registers', { signal });
      if (registers.items.some((one) => one.code === register.register && one.keptElsewhere)) {
        return false;
      }
      const dossier = await this.#dossier(this.record.dossierId, signal);
      const plan = dossier.letter ? await this.#dossier(dossier.letter.planId, signal) : dossier;
      return plan.actions.some((action) => action.code === 'WRITE_LETTER');
    } catch (failure) {
      // Whom it was sent to reads the document and nothing of its dossier.
      if (failure.status === 404) {
        return false;
      }
      throw failure;
    }
  }

  #dossier(id, signal) {
    return this.ctx.api.get(path`/dossiers/${id}`, { signal });
  }

  render() {
    const { record } = this;
    return html`<div class="row spread top">
        <h1 tabindex="-1" class=${record?.register && overtaken(record.register) ? 'overtaken' : ''}>
          ${this.heading()}
        </h1>
        ${record
          ? html`<a
              class="button primary"
              data-testid="download"
              href=${this.ctx.api.url(path`/records/${record.id}/content`)}
              download=${record.name}
              >${this.t('record.download')}</a
            >`
          : nothing}
      </div>
      ${this.trouble()} ${record ? this.#record() : this.waiting()}`;
  }

  #record() {
    const { record } = this;
    const { register } = record;
    const mended = register?.mendedBy.length > 0;
    return html`${mended
        ? html`<div class="note" data-testid="mended-note">${mending(this.ctx, { mendedBy: register.mendedBy })}</div>`
        : nothing}
      <div class="cards">
        <section class="card main" aria-label=${this.heading()}>
          ${this.#facts()}
          <p class="frozen soft">${this.t('record.frozen')}</p>
          <div class="row">
            <a href=${hash(['dossiers', record.dossierId])}>${this.t('record.toDossier')}</a>
            ${register
              ? html`<a href=${hash(['register', register.register, String(register.year)])}
                  >${this.t('record.toRegister')}</a
                >`
              : nothing}
            ${record.enclosureOf
              ? html`<a data-testid="enclosure-of" href=${hash(['records', record.enclosureOf])}
                  >${this.t('record.enclosureOf')}</a
                >`
              : nothing}
          </div>
        </section>
        <div class="column">${this.#dispatches()} ${this.mayMend ? this.#mend() : nothing}</div>
      </div>
      <ttdn-mend .ctx=${this.ctx}></ttdn-mend>`;
  }

  #facts() {
    const { record } = this;
    const { register } = record;
    const { format } = this.ctx;
    const fact = (name, value) =>
      html`<dt>${this.t(`field.${name}`)}</dt>
        <dd data-testid=${`fact-${name}`}>${value}</dd>`;
    return html`<dl>
      ${register
        ? html`${fact('symbol', html`<strong>${register.symbol}</strong>`)}
          ${fact('issuedOn', format.date(register.issuedOn))} ${fact('kind', register.kind.label)}
          ${register.mends ? fact('mends', mending(this.ctx, { mends: register.mends, mendedBy: [] })) : nothing}
          ${fact('subject', register.subject)}
          ${fact(
            'signer',
            html`${register.signer.fullName}
              <div class="soft">${register.signer.position}</div>`,
          )}
          ${fact(
            'addressees',
            html`<ul>
              ${register.addressees.map((one) => html`<li>${one.name}</li>`)}
            </ul>`,
          )}
          ${fact('unit', register.draftingUnit.name)} ${fact('issuedBy', register.issuedBy.fullName)}`
        : fact('kind', record.kind.label)}
      ${fact('file', `${record.name} (${format.size(record.size)})`)}
      ${fact('frozenAt', format.dateTime(record.frozenAt))}
      ${fact('sha256', html`<span class="mono">${record.sha256}</span>`)}
    </dl>`;
  }

  /** What was sent to whom when; a mail leaves after the number is given. */
  #dispatches() {
    const { dispatches } = this.record;
    if (dispatches.length === 0) {
      return nothing;
    }
    const { t, format } = this.ctx;
    const left = (one) =>
      one.mailSentAt
        ? html`<span class="chip good">${t('dispatch.left', { at: format.dateTime(one.mailSentAt) })}</span>`
        : html`<span class="chip warn">${t('dispatch.waiting')}</span>`;
    return html`<section class="card" aria-labelledby="sent">
      <h2 id="sent">${t('dispatch.title')}</h2>
      <ul class="dispatches">
        ${dispatches.map(
          (one) => html`<li data-testid="dispatch" data-method=${one.method.code}>
            <strong>${one.addressee}</strong>
            <div>
              ${one.method.label}${one.address ? ` <${one.address}>` : ''}
              ${one.method.code === 'MAIL' ? left(one) : nothing}
            </div>
            <div class="soft">${t('dispatch.by', { day: format.date(one.on), name: one.by.fullName })}</div>
            ${one.note ? html`<div>${one.note}</div>` : nothing}
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #mend() {
    const { t } = this.ctx;
    const begin = (purpose) =>
      this.renderRoot.querySelector('ttdn-mend').open({ record: this.record, purpose });
    return html`<section class="card" aria-labelledby="mend">
      <h2 id="mend">${t('mend.heading')}</h2>
      <p class="field">${t('mend.hint')}</p>
      <div class="row">
        ${PURPOSES.map(
          (purpose) => html`<button data-testid=${`mend-${purpose}`} @click=${() => begin(purpose)}>
            ${t(`mend.${purpose}`)}
          </button>`,
        )}
      </div>
    </section>`;
  }
}
