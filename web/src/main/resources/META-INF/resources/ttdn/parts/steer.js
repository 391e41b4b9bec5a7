import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { areaField, dayField, selectField } from '../base/fields.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { FormDialog } from './dialog.js';

export const URGENCIES = ['NORMAL', 'URGENT', 'VERY_URGENT', 'MOST_URGENT'];

/** The Specialists of a unit, for choosing one. */
export async function specialists(ctx, unit, signal) {
  const { items } = await ctx.api.get('/people', { query: { role: 'SPECIALIST', unit }, signal });
  return items;
}

/** Phân công: a Specialist, bút phê, urgency and a day. */
export class Assign extends FormDialog {
  start({ dossier }) {
    return {
      drafter: dossier.drafter.userName,
      direction: dossier.direction,
      urgency: dossier.urgency.code,
      dueOn: dossier.dueOn ?? '',
    };
  }

  title() {
    return this.t('assign.title');
  }

  action() {
    return this.t('assign.action');
  }

  form() {
    const { people } = this.about;
    return html`${selectField(
        this.field('drafter', this.t('field.drafter'), {
          options: people.map((one) => [one.userName, one.fullName]),
        }),
      )}
      ${areaField(this.field('direction', this.t('field.direction'), { rows: 4 }))}
      <div class="pair">
        ${selectField(
          this.field('urgency', this.t('field.urgency'), {
            options: URGENCIES.map((one) => [one, this.t(`urgency.${one}`)]),
          }),
        )}
        ${dayField(this.field('dueOn', this.t('field.dueOn')))}
      </div>`;
  }

  send() {
    return this.ctx.api.post(path`/dossiers/${this.about.dossier.id}/assignment`, this.values);
  }

  done(dossier) {
    this.ctx.say(this.t('assign.done', { name: dossier.drafter.fullName }));
    this.changed();
  }
}

/** Huỷ: the dossier ends here, with a reason. */
export class Cancel extends FormDialog {
  dangerous = true;

  start() {
    return { comment: '' };
  }

  title() {
    return this.t('cancel.title');
  }

  action() {
    return this.t('cancel.action');
  }

  form() {
    return html`<p class="field">${this.t('cancel.text')}</p>
      ${areaField(this.field('comment', this.t('field.reason'), { required: true }))}`;
  }

  /** The reason of a refusal stands at `comment`, as for every decision. */
  send() {
    const reason = this.values.comment;
    return this.ctx.api.post(path`/dossiers/${this.about.id}/cancellation`, { reason });
  }

  done() {
    this.ctx.say(this.t('cancel.done'));
    this.ctx.countTasks();
    this.changed({ decided: true });
  }
}

/** What may be done with a dossier besides deciding its step. */
export class Steer extends View {
  static properties = {
    dossier: { attribute: false },
    refused: { state: true },
    busy: { state: true },
  };

  static loadOn = [];

  static styles = [
    controls,
    css`
      ttdn-problem {
        display: block;
        margin-top: 10px;
      }
    `,
  ];

  constructor() {
    super();
    this.refused = null;
    this.busy = false;
  }

  async #try(work) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      await work();
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    } finally {
      this.busy = false;
    }
  }

  #assign() {
    return this.#try(async () => {
      const { dossier } = this;
      const people = await specialists(this.ctx, dossier.unit.code);
      // Who drafts it may have left the unit since.
      if (!people.some((one) => one.userName === dossier.drafter.userName)) {
        people.unshift(dossier.drafter);
      }
      this.renderRoot.querySelector('ttdn-assign').open({ dossier, people });
    });
  }

  async #withdraw() {
    const { dossier } = this;
    const sure = await this.renderRoot.querySelector('ttdn-confirm').ask({
      title: this.t('withdraw.title'),
      text: this.t('withdraw.text'),
      facts: [[this.t('field.state'), dossier.state.label]],
      action: this.t('withdraw.action'),
    });
    if (!sure) {
      return;
    }
    await this.#try(async () => {
      const after = await this.ctx.api.post(path`/dossiers/${dossier.id}/withdrawal`);
      this.ctx.say(this.t('withdraw.done', { state: after.state.label }));
      this.ctx.countTasks();
      this.changed({ decided: true });
    });
  }

  render() {
    const { dossier, refused } = this;
    const may = (code) => dossier.actions.some((action) => action.code === code);
    const button = (code, act, kind = '') =>
      may(code)
        ? html`<button
            class=${kind}
            data-testid=${`action-${code}`}
            aria-disabled=${this.busy ? 'true' : 'false'}
            @click=${act}
          >
            ${this.t(`action.${code}`)}
          </button>`
        : nothing;
    return html`<div class="row" role="group" aria-label=${this.t('dossier.actions')}>
        ${may('EDIT_DOSSIER')
          ? html`<a class="button" data-testid="edit-dossier" href=${hash(['dossiers', dossier.id, 'edit'])}
              >${this.t('dossier.edit')}</a
            >`
          : nothing}
        ${button('ASSIGN', () => this.#assign())} ${button('WITHDRAW', () => this.#withdraw())}
        ${button(
          'CANCEL',
          () => this.renderRoot.querySelector('ttdn-cancel').open(dossier),
          'danger',
        )}
      </div>
      ${refused ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}></ttdn-problem>` : nothing}
      <ttdn-assign .ctx=${this.ctx}></ttdn-assign>
      <ttdn-cancel .ctx=${this.ctx}></ttdn-cancel>
      <ttdn-confirm .ctx=${this.ctx}></ttdn-confirm>`;
  }
}
