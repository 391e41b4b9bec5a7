import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { standing, urgency } from '../parts/due.js';

const PROCESSES = { PLAN: 'plan-approval', LETTER: 'letter-approval' };

/** A dossier's story on one screen: what it is, where it stands, what I may do, what has happened. */
export class DossierView extends View {
  static properties = { place: { attribute: false }, dossier: { state: true } };

  static loadOn = ['ctx', 'place'];

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

      .chips {
        margin-bottom: 12px;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
        margin-bottom: 16px;
        padding: 12px 20px;
      }

      .facts .wide {
        flex: 1 1 280px;
      }

      .direction {
        flex-basis: 100%;
        padding: 8px 12px;
        border-inline-start: 4px solid var(--gold);
        background: var(--warn-soft);
      }

      .direction dd {
        white-space: pre-line;
      }

      .grid {
        display: grid;
        grid-template-columns: minmax(0, 400px) minmax(0, 1fr);
        gap: 16px;
        align-items: start;
      }

      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }

      .all {
        grid-column: 1 / -1;
      }

      @media (max-width: 1000px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  #decided = false;
  #seen = '';

  heading() {
    return this.dossier?.subject ?? this.t('dossier.title');
  }

  async load(signal) {
    try {
      this.dossier = await this.ctx.api.get(path`/dossiers/${this.place.id}`, { signal });
    } catch (failure) {
      // Whoever has decided may have lost sight of the dossier by it; the message tells the outcome.
      if (failure.status === 404 && this.#decided) {
        this.ctx.go(['tasks']);
        return;
      }
      throw failure;
    }
    this.#see();
  }

  /** Whoever may decide has opened it: its sender cannot take it back any more. */
  async #see() {
    const { task, id } = this.dossier;
    if (!task || this.#seen === task.id) {
      return;
    }
    this.#seen = task.id;
    try {
      await this.ctx.api.post(path`/dossiers/${id}/seen`);
    } catch (failure) {
      // Reading goes on; that it was opened is said again when it is opened again.
      if (!failure.title) {
        throw failure;
      }
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
    const answers = dossier.answers ?? [];
    return html`<div @ttdn-changed=${this.#changed}>
      ${this.trouble()}
      <div class="row spread top">
        <h1 tabindex="-1" data-testid="subject">${dossier.subject}</h1>
        <ttdn-steer .ctx=${this.ctx} .dossier=${dossier}></ttdn-steer>
      </div>
      ${this.#standing()} ${this.#facts()}
      <div class="grid">
        <div class="column">
          ${dossier.task ? html`<ttdn-decide .ctx=${this.ctx} .dossier=${dossier}></ttdn-decide>` : nothing}
          <ttdn-documents .ctx=${this.ctx} .dossier=${dossier}></ttdn-documents>
          <ttdn-records .ctx=${this.ctx} .dossier=${dossier}></ttdn-records>
          ${dossier.keep ? html`<ttdn-keep .ctx=${this.ctx} .dossier=${dossier}></ttdn-keep>` : nothing}
        </div>
        <div class="column">
          <section class="card" aria-labelledby="process">
            <h2 id="process">${this.t('dossier.process')}</h2>
            <ttdn-picture
              .ctx=${this.ctx}
              .process=${PROCESSES[dossier.procedure.code]}
              .round=${dossier.round}
              .current=${dossier.step?.id ?? ''}
              .visited=${dossier.decisions.map((decision) => decision.step.id)}
              .ended=${dossier.state.code === 'ISSUED'}
            ></ttdn-picture>
          </section>
          ${answers.length > 0
            ? html`<ttdn-answers .ctx=${this.ctx} .dossier=${dossier}></ttdn-answers>`
            : nothing}
        </div>
        <ttdn-history class="all" .ctx=${this.ctx} .dossier=${dossier}></ttdn-history>
      </div>
    </div>`;
  }

  /** Whether it is late by that day: it may be by its step's, by its own, or by both. */
  #late(day) {
    return this.dossier.late && day < this.ctx.today();
  }

  #standing() {
    const { dossier } = this;
    const { letter } = dossier;
    return html`<div class="row chips">
      <span class="chip ${dossier.state.code}" data-testid="state" data-state=${dossier.state.code}
        >${dossier.state.label}</span
      >
      ${urgency(dossier.urgency)}
      ${dossier.stepDueOn
        ? html`<span data-testid="step-due"
            >${this.t('decide.due', { day: this.ctx.format.date(dossier.stepDueOn) })}
            ${standing(this.ctx, dossier.stepDueOn, this.#late(dossier.stepDueOn))}</span
          >`
        : nothing}
      ${letter
        ? html`<span data-testid="letter-of">
            ${this.t('letters.of', { purpose: letter.purpose.label })}
            <a href=${hash(['dossiers', letter.planId])}>${this.t('letters.plan')}</a>
            ${letter.recordId
              ? html`· <a href=${hash(['records', letter.recordId])}>${this.t('letters.record')}</a>`
              : nothing}
          </span>`
        : nothing}
    </div>`;
  }

  #facts() {
    const { dossier } = this;
    const { format } = this.ctx;
    const fact = (name, value, wide = '') =>
      html`<div class=${wide}>
        <dt>${this.t(`field.${name}`)}</dt>
        <dd data-testid=${`fact-${name}`}>${value}</dd>
      </div>`;
    const plan = dossier.procedure.code === 'PLAN';
    const former = dossier.formerDrafters.map((one) => one.fullName).join(', ');
    return html`<dl class="card facts">
      ${fact('procedure', dossier.procedure.label)}
      ${plan ? fact('round', this.t('dossier.roundOf', { round: dossier.round })) : nothing}
      ${fact('planYear', dossier.planYear)} ${fact('unit', dossier.unit.name)}
      ${fact(
        'drafter',
        html`${dossier.drafter.fullName}
        ${former ? html`<span class="soft">${this.t('dossier.former', { names: former })}</span>` : nothing}`,
      )}
      ${fact('opened', format.dateTime(dossier.openedAt))}
      ${dossier.dueOn
        ? fact(
            'dueOn',
            html`${format.date(dossier.dueOn)}
            ${standing(this.ctx, dossier.dueOn, this.#late(dossier.dueOn))}`,
          )
        : nothing}
      ${dossier.answersDueOn ? fact('answersDueOn', format.date(dossier.answersDueOn)) : nothing}
      ${fact('addressees', this.#addressees(), 'wide')}
      ${dossier.direction ? fact('direction', dossier.direction, 'direction') : nothing}
    </dl>`;
  }

  #addressees() {
    const { addressees } = this.dossier;
    return addressees.length === 0
      ? html`<span class="soft">${this.t('dossier.noAddressees')}</span>`
      : addressees.map((one) => (one.email ? `${one.name} <${one.email}>` : one.name)).join('; ');
  }
}
