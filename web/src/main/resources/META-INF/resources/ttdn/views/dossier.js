import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** A dossier on one screen: what it is, where it stands, what I may do, what has happened. */
export class DossierView extends View {
  static properties = { dossierId: {}, dossier: { state: true } };

  static loadOn = ['ctx', 'dossierId'];

  static styles = [
    controls,
    css`
      .top {
        align-items: flex-start;
        margin-bottom: 12px;
      }

      .top h1 {
        flex: 1 1 480px;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 10px 36px;
        margin-bottom: 16px;
        padding: 12px 20px;
      }

      .facts .wide {
        flex: 1 1 280px;
      }

      .grid {
        display: grid;
        grid-template-columns: minmax(0, 400px) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }

      .column {
        display: grid;
        gap: 16px;
      }

      .all {
        grid-column: 1 / -1;
      }

      .record {
        border-inline-start: 5px solid var(--good);
      }

      .symbol {
        font-size: 20px;
        font-weight: 600;
      }

      @media (max-width: 1000px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #decided = false;

  heading() {
    return this.dossier?.subject ?? this.t('dossier.title');
  }

  async load(signal) {
    try {
      this.dossier = await this.ctx.api.get(path`/dossiers/${this.dossierId}`, { signal });
    } catch (failure) {
      // Whoever has decided may have lost sight of the dossier by it; the message tells the outcome.
      if (failure.status === 404 && this.#decided) {
        this.ctx.go(['tasks']);
        return;
      }
      throw failure;
    }
  }

  async #changed(event) {
    event.stopPropagation();
    this.#decided = event.detail?.decided ?? false;
    await this.reload();
    if (this.#decided) {
      this.focusHeading();
    }
  }

  render() {
    const { dossier } = this;
    if (!dossier) {
      return html`<h1 tabindex="-1">${this.t('dossier.title')}</h1>
        ${this.trouble()}${this.waiting()}`;
    }
    const mayEdit = dossier.actions.some((action) => action.code === 'EDIT_DOSSIER');
    return html`<div @ttdn-changed=${this.#changed}>
      ${this.trouble()}
      <div class="row spread top">
        <h1 tabindex="-1" data-testid="subject">${dossier.subject}</h1>
        <span class="chip ${dossier.state.code}" data-testid="state" data-state=${dossier.state.code}
          >${dossier.state.label}</span
        >
        ${mayEdit
          ? html`<a class="button" data-testid="edit-dossier" href=${hash(['dossiers', dossier.id, 'edit'])}
              >${this.t('dossier.edit')}</a
            >`
          : nothing}
      </div>
      ${this.#facts()}
      <div class="grid">
        <div class="column">
          ${dossier.records.map((record) => this.#record(record))}
          ${dossier.task
            ? html`<ttdn-decide .ctx=${this.ctx} .dossier=${dossier}></ttdn-decide>`
            : nothing}
          <ttdn-documents .ctx=${this.ctx} .dossier=${dossier}></ttdn-documents>
        </div>
        <section class="card" aria-labelledby="process">
          <h2 id="process">${this.t('dossier.process')}</h2>
          <ttdn-picture
            .ctx=${this.ctx}
            .current=${dossier.step?.id ?? ''}
            .visited=${dossier.decisions.map((decision) => decision.step.id)}
            .ended=${dossier.state.code === 'ISSUED'}
          ></ttdn-picture>
        </section>
        <ttdn-history class="all" .ctx=${this.ctx} .dossier=${dossier}></ttdn-history>
      </div>
    </div>`;
  }

  #facts() {
    const { dossier } = this;
    const { format } = this.ctx;
    const fact = (name, value, wide = false) =>
      html`<div class=${wide ? 'wide' : ''}>
        <dt>${this.t(`field.${name}`)}</dt>
        <dd data-testid=${`fact-${name}`}>${value}</dd>
      </div>`;
    return html`<dl class="card facts">
      ${fact('planYear', dossier.planYear)} ${fact('unit', dossier.unit.name)}
      ${fact('drafter', dossier.drafter.fullName)} ${fact('opened', format.dateTime(dossier.openedAt))}
      ${fact(
        'addressees',
        dossier.addressees.length === 0
          ? html`<span class="soft">${this.t('dossier.noAddressees')}</span>`
          : dossier.addressees.map((one) => one.name).join('; '),
        true,
      )}
    </dl>`;
  }

  #record(record) {
    const { register } = record;
    return html`<section class="card record" aria-labelledby="record">
      <h2 id="record">${this.t('dossier.record')}</h2>
      ${register
        ? html`<p class="symbol" data-testid="symbol">${register.symbol}</p>
            <p>
              ${this.t('dossier.signed', {
                date: this.ctx.format.date(register.issuedOn),
                signer: register.signer.fullName,
              })}
            </p>`
        : nothing}
      <p><a data-testid="to-record" href=${hash(['records', record.id])}>${this.t('decide.toRecord')}</a></p>
    </section>`;
  }
}
