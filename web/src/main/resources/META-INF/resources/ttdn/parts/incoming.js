import { html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { dayField, fieldStyles, focusFault, textField } from '../base/fields.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

const FIELDS = ['arrivedOn', 'symbol', 'issuedOn', 'subject'];

/**
 * The clerk registers what a body without account answered: into the register of incoming
 * documents, with its file.
 */
export class Incoming extends View {
  static properties = {
    answer: { attribute: false },
    values: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static loadOn = [];

  static styles = [controls, fieldStyles];

  constructor() {
    super();
    this.values = null;
    this.refused = null;
    this.busy = false;
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    this.values ??= { arrivedOn: this.ctx.today(), symbol: '', issuedOn: '', subject: '' };
  }

  #field(id, more = {}) {
    return {
      id,
      label: this.t(`incoming.${id}`),
      value: this.values[id],
      refused: this.refused,
      pick: this.t('field.pick'),
      on: (value) => {
        this.values = { ...this.values, [id]: value };
      },
      ...more,
    };
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      const given = Object.entries(this.values).filter(([, value]) => value.trim() !== '');
      const entry = await this.renderRoot
        .querySelector('ttdn-upload')
        .send(Object.fromEntries(given));
      if (entry) {
        this.values = null;
        this.ctx.say(
          this.t('incoming.done', { number: this.ctx.format.number(entry.number), sender: entry.sender }),
        );
        this.ctx.countTasks();
        this.changed({ decided: true });
      }
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
      focusFault(this);
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { refused, answer } = this;
    return html`<form novalidate data-testid="incoming-form" @submit=${this.#submit}>
      ${refused && !FIELDS.includes(refused.field)
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}></ttdn-problem>`
        : nothing}
      <div class="pair">
        ${dayField(this.#field('arrivedOn', { required: true }))}
        ${dayField(this.#field('issuedOn', { required: true }))}
      </div>
      ${textField(this.#field('symbol', { most: 500 }))}
      ${textField(this.#field('subject', { most: 500, hint: this.t('incoming.subject.hint') }))}
      <div class="field">
        <ttdn-upload
          held
          .ctx=${this.ctx}
          .route=${path`/answers/${answer.id}/incoming`}
          .name=${'incoming'}
          .label=${this.t('incoming.file')}
        ></ttdn-upload>
      </div>
      <button class="primary" data-testid="register-incoming" aria-disabled=${this.busy ? 'true' : 'false'}>
        ${this.t('incoming.action')}
      </button>
    </form>`;
  }
}
