import { css, html, nothing, repeat } from '../base/lit.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { standing } from './due.js';

/** What colours an answer's state; whether it is late is told beside it. */
export const ANSWER_TONES = { COMPLETED: 'good', NOT_AS_ASKED: 'bad', MISSING: 'bad', WAITING: 'warn' };

/** Whether the asked unit is the one to act. */
export const owed = ({ state }) => state.code === 'WAITING' || state.code === 'NOT_AS_ASKED';

/** When an answer is due, and when it first was if that has changed. */
export function answerDue(ctx, one) {
  return html`<span class="nowrap">${ctx.format.date(one.dueOn)}</span>
    ${one.dueOn === one.firstDueOn
      ? nothing
      : html`<div class="soft" data-testid="first-due">
          ${ctx.t('answers.firstDue', { day: ctx.format.date(one.firstDueOn) })}
        </div>`}
    <div>${owed(one) || one.state.code === 'MISSING' ? standing(ctx, one.dueOn, one.late) : nothing}</div>`;
}

/** What came in, when, and whether that was late. */
export function received(ctx, one) {
  return html`${one.receivedOn ? html`<span class="nowrap">${ctx.format.date(one.receivedOn)}</span>` : '–'}
  ${one.noComment ? html`<div class="soft">${ctx.t('answers.noComment')}</div>` : nothing}
  ${one.receivedOn && one.late && !owed(one)
    ? html`<div><span class="chip bad" data-testid="late">${ctx.t('answers.receivedLate')}</span></div>`
    : nothing}`;
}

/** Who was asked in each round, what came of it, and what the Specialist does about it. */
export class Answers extends View {
  static properties = { dossier: { attribute: false } };

  static loadOn = [];

  static styles = [
    controls,
    css`
      .round + .round {
        margin-top: 20px;
      }

      .head {
        margin-bottom: 6px;
      }

      .without {
        margin-bottom: 12px;
        padding: 8px 12px;
        border-inline-start: 4px solid var(--gold);
        background: var(--warn-soft);
      }

      th,
      td {
        padding: 8px;
      }

      .who {
        min-width: 170px;
      }

      .acts .quiet {
        min-height: 30px;
        padding: 2px 8px;
        font-size: 14px;
      }

      .acts {
        text-align: end;
      }

      .reason {
        overflow-wrap: anywhere;
        font-size: 14px;
      }
    `,
  ];

  #dialog(tag, about) {
    this.renderRoot.querySelector(tag).open(about);
  }

  render() {
    const { dossier } = this;
    const rounds = [...new Set(dossier.answers.map((one) => one.round))].sort((a, b) => b - a);
    const may = (code) => dossier.actions.some((action) => action.code === code);
    return html`<section class="card" aria-labelledby="title" data-testid="answers">
      <h2 id="title">${this.t('answers.title')}</h2>
      ${dossier.withoutAnswer.length > 0
        ? html`<p class="without" data-testid="without-answer">
            ${this.t('answers.without', {
              count: dossier.withoutAnswer.length,
              names: dossier.withoutAnswer.join('; '),
            })}
          </p>`
        : nothing}
      ${rounds.map((round) => this.#round(round, may))}
      <ttdn-extend .ctx=${this.ctx}></ttdn-extend>
      <ttdn-note .ctx=${this.ctx}></ttdn-note>
      <ttdn-remind .ctx=${this.ctx}></ttdn-remind>
    </section>`;
  }

  #round(round, may) {
    const { t, format } = this.ctx;
    const answers = this.dossier.answers.filter((one) => one.round === round);
    const came = answers.filter((one) => one.receivedOn).length;
    const late = answers.filter((one) => owed(one) && one.late);
    const follows = may('FOLLOW_ANSWERS');
    return html`<div class="round" data-testid="answers-round" data-round=${round}>
      <div class="row spread head">
        <h3 id=${`round-${round}`}>
          ${t(`answers.round.${round}`)}
          <span class="hint">
            ${t('answers.count', { came: format.number(came), asked: format.number(answers.length) })}
          </span>
        </h3>
        ${late.length > 0 && may('WRITE_LETTER')
          ? html`<button
              data-testid="remind"
              @click=${() => this.#dialog('ttdn-remind', { dossier: this.dossier, round, late })}
            >
              ${t('answers.remind', { count: late.length })}
            </button>`
          : nothing}
      </div>
      <table class="stack" role="table" aria-labelledby=${`round-${round}`}>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${t('answers.asked')}</th>
            <th scope="col" role="columnheader">${t('answers.dueOn')}</th>
            <th scope="col" role="columnheader">${t('field.state')}</th>
            <th scope="col" role="columnheader">${t('answers.receivedOn')}</th>
            <th scope="col" role="columnheader"><span class="hidden">${t('answers.acts')}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            answers,
            (one) => one.id,
            (one) => this.#row(one, follows),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #row(one, follows) {
    const { t } = this.ctx;
    return html`<tr role="row" data-testid="answer-row" data-state=${one.state.code}>
      <td role="cell" class="typed who">
        <a data-testid="open-answer" href=${hash(['answers', one.id])}>${one.asked.name}</a>
        ${this.#followed(one)}
      </td>
      <td role="cell" data-label=${t('answers.dueOn')}>${answerDue(this.ctx, one)}</td>
      <td role="cell" class="typed">
        <span class="chip ${ANSWER_TONES[one.state.code] ?? ''}">${one.state.label}</span>
        ${one.reason && one.state.code === 'NOT_AS_ASKED' ? html`<p class="reason">${one.reason}</p>` : nothing}
      </td>
      <td role="cell" data-label=${t('answers.receivedOn')}>${received(this.ctx, one)}</td>
      <td role="cell" class="acts">
        ${follows && owed(one)
          ? html`<button class="quiet" data-testid="extend" @click=${() => this.#dialog('ttdn-extend', one)}>
              ${t('answers.extend')}<span class="hidden"> ${one.asked.name}</span>
            </button>`
          : nothing}
        ${follows
          ? html`<button class="quiet" data-testid="note" @click=${() => this.#dialog('ttdn-note', one)}>
              ${t('answers.note')}<span class="hidden"> ${one.asked.name}</span>
            </button>`
          : nothing}
      </td>
    </tr>`;
  }

  /** How often somebody was reminded or phoned. */
  #followed({ reminders, notes }) {
    const told = [
      reminders ? this.t('answers.reminders', { count: reminders }) : '',
      notes ? this.t('answers.notes', { count: notes }) : '',
    ].filter(Boolean);
    return told.length > 0 ? html`<div class="soft" data-testid="followed">${told.join(', ')}</div>` : nothing;
  }
}
