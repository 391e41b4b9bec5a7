import { css, html } from '../base/lit.js';
import { Problem, path } from '../base/api.js';
import { plusDays } from '../base/days.js';
import { areaField, dayField, fault } from '../base/fields.js';
import { wording } from '../base/wording.js';
import { FormDialog } from './dialog.js';
import { standing } from './due.js';

/** Gia hạn: a later day, with the reason. Opened with an answer. */
export class Extend extends FormDialog {
  start({ dueOn }) {
    const today = this.ctx.today();
    return { dueOn: plusDays(dueOn < today ? today : dueOn, 3), reason: '' };
  }

  title() {
    return this.t('extend.title', { name: this.about.asked.name });
  }

  action() {
    return this.t('extend.action');
  }

  form() {
    const { dueOn, firstDueOn } = this.about;
    const { format } = this.ctx;
    return html`<p class="field" data-testid="extend-now">
        ${this.t('extend.now', { day: format.date(dueOn), first: format.date(firstDueOn) })}
      </p>
      ${dayField(this.field('dueOn', this.t('extend.dueOn'), { required: true }))}
      ${areaField(this.field('reason', this.t('field.reason'), { required: true }))}`;
  }

  send() {
    return this.ctx.api.post(path`/answers/${this.about.id}/extension`, this.values);
  }

  done({ asked, dueOn }) {
    this.ctx.say(this.t('extend.done', { name: asked.name, day: this.ctx.format.date(dueOn) }));
    this.changed();
  }
}

/** A dated phone note. Opened with an answer. */
export class Note extends FormDialog {
  start() {
    return { on: this.ctx.today(), text: '' };
  }

  title() {
    return this.t('note.title', { name: this.about.asked.name });
  }

  action() {
    return this.t('note.action');
  }

  form() {
    return html`${dayField(this.field('on', this.t('note.on'), { required: true }))}
    ${areaField(this.field('text', this.t('note.text'), { required: true, rows: 4 }))}`;
  }

  send() {
    return this.ctx.api.post(path`/answers/${this.about.id}/notes`, this.values);
  }

  done({ asked }) {
    this.ctx.say(this.t('note.done', { name: asked.name }));
    this.changed();
  }
}

/** Đôn đốc: begins the letter to those who are late. Opened with {dossier, round, late}. */
export class Remind extends FormDialog {
  static styles = [
    ...FormDialog.styles,
    css`
      fieldset {
        margin: 0 0 16px;
        padding: 0;
        border: 0;
      }

      legend {
        margin-bottom: 4px;
        padding: 0;
        font-weight: 600;
      }

      .one {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 10px;
        align-items: center;
        font-weight: 400;
      }

      .one input {
        width: 20px;
        min-height: 20px;
        height: 20px;
        margin: 0;
      }
    `,
  ];

  start({ dossier, round, late }) {
    return { subject: wording.reminder[round](dossier.subject), answers: late.map((one) => one.id) };
  }

  title() {
    return this.t('remind.title');
  }

  action() {
    return this.t('remind.action');
  }

  #toggle(id, chosen) {
    const others = this.values.answers.filter((one) => one !== id);
    this.values = { ...this.values, answers: chosen ? [...others, id] : others };
  }

  form() {
    const { late } = this.about;
    return html`<p class="field">${this.t('remind.text')}</p>
      <fieldset>
        <legend>${this.t('remind.who')}</legend>
        ${late.map(
          (one) => html`<label class="one">
            <input
              type="checkbox"
              data-testid="remind-one"
              .checked=${this.values.answers.includes(one.id)}
              @change=${(event) => this.#toggle(one.id, event.target.checked)}
            />
            ${one.asked.name} ${standing(this.ctx, one.dueOn, one.late)}
          </label>`,
        )}
        ${fault('answers', this.refused)}
      </fieldset>
      ${areaField(this.field('subject', this.t('field.subject'), { required: true, most: 500, rows: 3 }))}`;
  }

  async send() {
    const { answers, subject } = this.values;
    if (answers.length === 0) {
      // An empty list would mean everybody who is late.
      const part = (name) => this.t(`remind.nobody.${name}`);
      throw new Problem({
        field: 'answers',
        title: part('title'),
        detail: part('detail'),
        remedy: part('remedy'),
      });
    }
    return this.ctx.api.post(path`/dossiers/${this.about.dossier.id}/reminders`, {
      answers,
      subject: subject.replace(/\s*\n\s*/g, ' '),
    });
  }

  done(letter) {
    this.ctx.say(this.t('remind.done'), { stays: true });
    this.ctx.go(['dossiers', letter.id]);
  }
}
