import { html } from '../base/lit.js';
import { path } from '../base/api.js';
import { areaField, selectField } from '../base/fields.js';
import { wording } from '../base/wording.js';
import { FormDialog } from './dialog.js';

export const PURPOSES = ['CORRECTION', 'REPLACEMENT', 'RECALL'];

/**
 * Đính chính, thay thế, thu hồi: begins the letter that mends an issued document. Opened with
 * {record, purpose}.
 */
export class Mend extends FormDialog {
  start({ record, purpose }) {
    return { purpose, subject: wording.mend[purpose](record.register) };
  }

  title() {
    return this.t('mend.title', { symbol: this.about.record.register.symbol });
  }

  action() {
    return this.t('mend.action');
  }

  /** Another purpose proposes another subject, unless somebody has written his own. */
  #purpose(purpose) {
    const { register } = this.about.record;
    const proposed = wording.mend[this.values.purpose](register);
    const subject =
      this.values.subject === proposed ? wording.mend[purpose](register) : this.values.subject;
    this.values = { purpose, subject };
  }

  form() {
    return html`<p class="field">${this.t('mend.text')}</p>
      ${selectField(
        this.field('purpose', this.t('mend.purpose'), {
          options: PURPOSES.map((one) => [one, this.t(`mend.${one}`)]),
          on: (purpose) => this.#purpose(purpose),
        }),
      )}
      ${areaField(this.field('subject', this.t('field.subject'), { required: true, most: 500 }))}`;
  }

  send() {
    const { purpose, subject } = this.values;
    return this.ctx.api.post(path`/records/${this.about.record.id}/letters`, {
      purpose,
      subject: subject.replace(/\s*\n\s*/g, ' '),
    });
  }

  done(letter) {
    this.ctx.say(this.t('mend.done'), { stays: true });
    this.ctx.go(['dossiers', letter.id]);
  }
}
