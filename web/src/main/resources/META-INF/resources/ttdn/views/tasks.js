import { css, html, repeat } from '../base/lit.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

const DAY = 24 * 60 * 60 * 1000;

/** What waits for me, longest waiting first. */
export class Tasks extends View {
  static properties = { page: { state: true } };

  static styles = [
    controls,
    css`
      h1 {
        margin-bottom: 16px;
      }

      .subject {
        font-weight: 600;
      }
    `,
  ];

  heading() {
    return this.t('tasks.title');
  }

  async load(signal) {
    this.page = await this.ctx.api.get('/tasks', { signal });
  }

  render() {
    return html`<h1 tabindex="-1">${this.t('tasks.title')}</h1>
      ${this.trouble()} ${this.page ? this.#list() : this.waiting()}`;
  }

  #list() {
    const { t, format } = this.ctx;
    if (this.page.items.length === 0) {
      return html`<p class="card empty" data-testid="no-tasks">${t('tasks.none')}</p>`;
    }
    return html`<div class="sheet">
      <table class="stack" role="table">
        <caption class="hidden">${t('tasks.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${t('tasks.step')}</th>
            <th scope="col" role="columnheader">${t('field.subject')}</th>
            <th scope="col" role="columnheader">${t('field.unit')}</th>
            <th scope="col" role="columnheader">${t('field.drafter')}</th>
            <th scope="col" role="columnheader">${t('tasks.since')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.page.items,
            (task) => task.id,
            (task) => html`<tr role="row" data-testid="task-row">
              <td role="cell"><strong>${task.step.clause}</strong> ${task.step.label}</td>
              <td role="cell">
                <a class="subject" href=${hash(['dossiers', task.dossier.id])}>${task.dossier.subject}</a>
                <div class="soft">${t('dossier.year', { year: task.dossier.planYear })}</div>
              </td>
              <td role="cell" data-label=${t('field.unit')}>${task.dossier.unit.name}</td>
              <td role="cell" data-label=${t('field.drafter')}>${task.dossier.drafter.fullName}</td>
              <td role="cell" data-label=${t('tasks.since')}>
                <span class="nowrap">${format.dateTime(task.waitingSince)}</span>
                <div class="soft">${this.#waited(task.waitingSince)}</div>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #waited(since) {
    const days = Math.floor((Date.now() - Date.parse(since)) / DAY);
    return days > 0 ? this.t('tasks.days', { days }) : '';
  }
}
