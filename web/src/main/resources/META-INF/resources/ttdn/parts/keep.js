import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { areaField } from '../base/fields.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { FormDialog } from './dialog.js';
import { standing } from './due.js';

const TONES = { OPEN: 'good', DUE: 'warn', OVERDUE: 'bad', HELD: 'urgent' };

/** How the records of an ended plan stand, and what holds them back. */
export function keeping(ctx, { state, hold }) {
  return html`<span class="chip ${TONES[state.code] ?? ''}" data-testid="keep-state" data-state=${state.code}
      >${state.label}</span
    >
    ${hold
      ? html`<div data-testid="hold">
          ${hold.reason}
          <div class="soft">
            ${ctx.t('keep.heldBy', { name: hold.by.fullName, at: ctx.format.dateTime(hold.at) })}
          </div>
        </div>`
      : nothing}`;
}

/** The last day of the handover; what is held back has none that counts. */
export function mustBy(ctx, { state, mustBy: day }) {
  return html`${ctx.format.date(day)}
  ${state.code === 'DUE' || state.code === 'OVERDUE'
    ? html`<div class="nowrap">${standing(ctx, day, state.code === 'OVERDUE')}</div>`
    : nothing}`;
}

/** Vì sao ngày này. */
export function why(ctx, keep) {
  return html`<details class="why" data-testid="why">
    <summary>${ctx.t('keep.why')}</summary>
    <p>${keep.why}</p>
  </details>`;
}

/**
 * The button for what may be done with a dossier now.
 *
 * @param holding gives the view's <ttdn-holding>
 */
export function holdButton(ctx, dossier, holding) {
  const { hold } = dossier.keep;
  const name = ctx.t(hold ? 'keep.lift' : 'keep.hold');
  return html`<button
    class="quiet nowrap"
    data-testid=${hold ? 'lift' : 'hold-back'}
    aria-label=${`${name}: ${dossier.subject}`}
    @click=${() => (hold ? holding().lift(dossier) : holding().hold(dossier))}
  >
    ${name}
  </button>`;
}

export const keepStyles = css`
  .why summary {
    width: fit-content;
    padding: 2px 0;
    color: var(--brand);
    font-size: 14px;
    cursor: pointer;
  }

  .why p {
    max-width: 70ch;
    margin: 4px 0;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--gold);
    background: var(--warn-soft);
    font-size: 14px;
  }
`;

/** Giữ lại: why the records are not handed over. Opened with a dossier. */
export class Hold extends FormDialog {
  start() {
    return { reason: '' };
  }

  title() {
    return this.t('hold.title');
  }

  action() {
    return this.t('hold.action');
  }

  form() {
    return html`<p class="field"><strong>${this.about.subject}</strong></p>
      <p class="field">${this.t('hold.text')}</p>
      ${areaField(
        this.field('reason', this.t('hold.reason'), {
          hint: this.t('hold.reason.hint'),
          required: true,
          most: 500,
          rows: 2,
        }),
      )}`;
  }

  send() {
    return this.ctx.api.post(path`/dossiers/${this.about.id}/hold`, {
      reason: this.values.reason.replace(/\s*\n\s*/g, ' '),
    });
  }

  done() {
    this.ctx.say(this.t('hold.done'));
    this.changed();
  }
}

/** Asks before a dossier is held back or let go, once for all dossiers of a view. */
export class Holding extends View {
  static properties = { refused: { state: true } };

  static loadOn = [];

  static styles = [controls];

  #busy = false;

  constructor() {
    super();
    this.refused = null;
  }

  hold(dossier) {
    this.refused = null;
    this.renderRoot.querySelector('ttdn-hold').open(dossier);
  }

  async lift({ id, subject, keep: { hold } }) {
    this.refused = null;
    const sure = await this.renderRoot.querySelector('ttdn-confirm').ask({
      title: this.t('lift.title'),
      text: this.t('lift.text'),
      facts: [
        [this.t('field.subject'), subject],
        [this.t('hold.reason'), hold.reason],
        [
          this.t('lift.since'),
          this.t('keep.heldBy', { name: hold.by.fullName, at: this.ctx.format.dateTime(hold.at) }),
        ],
      ],
      action: this.t('lift.action'),
    });
    if (!sure || this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      await this.ctx.api.delete(path`/dossiers/${id}/hold`);
      this.ctx.say(this.t('lift.done'));
      this.changed();
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    } finally {
      this.#busy = false;
    }
  }

  render() {
    return html`${this.refused
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.refused}></ttdn-problem>`
        : nothing}
      <ttdn-hold .ctx=${this.ctx}></ttdn-hold>
      <ttdn-confirm .ctx=${this.ctx}></ttdn-confirm>`;
  }
}

/** Lưu giữ, in the dossier of a plan that has ended. */
export class Keep extends View {
  static properties = { dossier: { attribute: false } };

  static loadOn = [];

  static styles = [
    controls,
    keepStyles,
    css`
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 28px;
        margin-bottom: 8px;
      }

      .standing {
        margin-bottom: 10px;
      }
    `,
  ];

  render() {
    const { ctx, dossier } = this;
    const { keep } = dossier;
    const fact = (name, value) =>
      html`<div>
        <dt>${this.t(`keep.${name}`)}</dt>
        <dd data-testid=${`keep-${name}`}>${value}</dd>
      </div>`;
    return html`<section class="card" aria-labelledby="title" data-testid="keep">
      <h2 id="title">${this.t('keep.title')}</h2>
      <div class="standing">${keeping(ctx, keep)}</div>
      <dl>
        ${fact('trigger', ctx.format.date(keep.trigger))}
        ${fact('notBefore', ctx.format.date(keep.notBefore))} ${fact('mustBy', mustBy(ctx, keep))}
      </dl>
      ${why(ctx, keep)}
      ${dossier.mayHold
        ? html`<div class="row">
            ${holdButton(ctx, dossier, () => this.renderRoot.querySelector('ttdn-holding'))}
          </div>`
        : nothing}
      <ttdn-holding .ctx=${ctx}></ttdn-holding>
    </section>`;
  }
}
