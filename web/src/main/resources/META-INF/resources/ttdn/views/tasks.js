import { css, html, nothing, repeat } from '../base/lit.js';
import { daysBetween } from '../base/days.js';
import { hash, offsetOf } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { dossierDue, due, urgency } from '../parts/due.js';

const LIMIT = 50;

/** What waits for me: steps of dossiers and answers that are asked of my unit, by their last day. */
export class Tasks extends View {
  static properties = { place: { attribute: false }, page: { state: true } };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    css`
      h1 {
        margin-bottom: 16px;
      }

      .subject {
        font-weight: 600;
      }

      .what {
        width: 30%;
      }

      tr.late td:first-child {
        box-shadow: inset 4px 0 0 var(--danger);
      }
    `,
  ];

  heading() {
    return this.t('tasks.title');
  }

  async load(signal) {
    this.page = await this.ctx.api.get('/tasks', {
      query: { offset: offsetOf(this.place), limit: LIMIT },
      signal,
    });
  }

  render() {
    return html`<h1 tabindex="-1">${this.t('tasks.title')}</h1>
      ${this.trouble()} ${this.page ? this.#list() : this.waiting()}`;
  }

  #list() {
    const { t } = this.ctx;
    const { items, total } = this.page;
    if (total === 0) {
      return html`<p class="card empty" data-testid="no-tasks">${t('tasks.none')}</p>`;
    }
    return html`<div class="sheet">
      <table class="stack" role="table">
        <caption class="hidden">${t('tasks.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${t('tasks.step')}</th>
            <th scope="col" role="columnheader">${t('field.subject')}</th>
            <th scope="col" role="columnheader">${t('tasks.from')}</th>
            <th scope="col" role="columnheader">${t('tasks.due')}</th>
            <th scope="col" role="columnheader">${t('tasks.since')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            items,
            (task) => task.id,
            (task) => this.#row(task),
          )}
        </tbody>
      </table>
      </div>
      <ttdn-pager
        .ctx=${this.ctx}
        .offset=${offsetOf(this.place)}
        .limit=${LIMIT}
        .total=${total}
        .address=${(offset) => hash(['tasks'], { offset })}
      ></ttdn-pager>`;
  }

  #row(task) {
    const { t, format } = this.ctx;
    const answer = task.kind === 'answer';
    const about = answer ? task.answer : task.dossier;
    return html`<tr
      role="row"
      class=${task.late ? 'late' : ''}
      data-testid="task-row"
      data-kind=${task.kind}
    >
      <td role="cell" class="typed what">
        ${task.step.clause ? html`<strong>${task.step.clause}</strong>` : nothing} ${task.step.label}
        ${answer ? html`<div class="soft">${about.asked.name}</div>` : nothing}
      </td>
      <td role="cell" class="typed">
        <a class="subject" href=${hash([answer ? 'answers' : 'dossiers', about.id])}>${about.subject}</a>
        <div class="row">
          <span class="soft">${this.#belongs(about, answer)}</span>
          ${urgency(about.urgency)}
        </div>
      </td>
      <td role="cell" class="typed" data-label=${t('tasks.from')}>
        ${about.drafter.fullName}
        <div class="soft">${about.unit.name}</div>
      </td>
      <td role="cell" data-label=${t('tasks.due')}>${answer
          ? due(this.ctx, task.dueOn, task.late)
          : dossierDue(this.ctx, about)}</td>
      <td role="cell" data-label=${t('tasks.since')}>
        <span class="nowrap">${format.date(task.waitingSince)}</span>
        <div class="soft">${this.#waited(task.waitingSince)}</div>
      </td>
    </tr>`;
  }

  #belongs(about, answer) {
    const { t } = this.ctx;
    if (!answer && about.procedure.code === 'LETTER') {
      return about.procedure.label;
    }
    return [t('dossier.year', { year: about.planYear }), t('dossier.round', { round: about.round })].join(
      ' · ',
    );
  }

  #waited(since) {
    const days = daysBetween(this.ctx.format.day(since), this.ctx.today());
    return days > 0 ? this.t('tasks.days', { days }) : '';
  }
}
