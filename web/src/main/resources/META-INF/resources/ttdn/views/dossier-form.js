import { css, html, ifDefined, live, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { areaField, dayField, fault, fieldStyles, focusFault, selectField, textField } from '../base/fields.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { URGENCIES, specialists } from '../parts/steer.js';

const FIELDS = [
  'subject',
  'planYear',
  'unit',
  'drafter',
  'direction',
  'urgency',
  'dueOn',
  'addressees',
  'answersDueOn',
];

/** An addressee as it is typed: with its mail address in angle brackets, if it has one. */
const line = ({ name, email }) => (email ? `${name} <${email}>` : name);

/** Opens a dossier, or changes one that is still drafted. */
export class DossierForm extends View {
  static properties = {
    /** With the `id` of the dossier to change; without one it opens a new one. */
    place: { attribute: false },
    values: { state: true },
    people: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static loadOn = ['ctx', 'place'];

  static styles = [
    controls,
    fieldStyles,
    css`
      h1 {
        margin-bottom: 16px;
      }

      form {
        max-width: 860px;
      }

      .year {
        max-width: 160px;
      }

      .addressees textarea {
        min-height: 130px;
      }

      .units {
        margin-bottom: 8px;
      }

      .units button {
        min-height: 34px;
        padding: 4px 12px;
        border-radius: 999px;
        font-size: 14px;
        font-weight: 400;
        text-align: start;
      }

      .units [aria-pressed='true'] {
        border-color: var(--brand);
        background: var(--brand-soft);
        color: var(--brand);
        font-weight: 600;
      }

      fieldset {
        margin: 0 0 16px;
        padding: 12px 16px 0;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
      }

      legend {
        padding: 0 6px;
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.values = null;
    this.people = null;
    this.refused = null;
    this.busy = false;
  }

  get #id() {
    return this.place.id;
  }

  heading() {
    return this.t(this.#id ? 'form.edit' : 'form.new');
  }

  /** What somebody has typed already is kept when the language changes. */
  async load(signal) {
    if (this.values) {
      return;
    }
    if (this.#id) {
      const dossier = await this.ctx.api.get(path`/dossiers/${this.#id}`, { signal });
      this.values = {
        subject: dossier.subject,
        planYear: String(dossier.planYear),
        unit: dossier.unit.code,
        addressees: dossier.addressees.map(line).join('\n'),
        answersDueOn: dossier.answersDueOn ?? '',
      };
      return;
    }
    const unit = this.#units()[0]?.code ?? '';
    if (this.#heads(unit)) {
      this.people = await specialists(this.ctx, unit, signal);
    }
    this.values = {
      subject: '',
      // A plan is drafted in the year before it.
      planYear: String(this.ctx.format.year() + 1),
      unit,
      addressees: '',
      answersDueOn: '',
      drafter: this.#drafter(unit),
      direction: '',
      urgency: 'NORMAL',
      dueOn: '',
    };
  }

  /** Where I draft, or have drafted; a dossier's unit stays what it was. */
  #units() {
    const units = this.ctx.me.roles
      .filter((role) => ['SPECIALIST', 'DEPARTMENT_HEAD'].includes(role.code))
      .map((role) => role.unit);
    return units.filter((one, i) => units.findIndex((other) => other.code === one.code) === i);
  }

  #holds(role, unit) {
    return this.ctx.me.roles.some((one) => one.code === role && one.unit.code === unit);
  }

  #heads(unit) {
    return this.#holds('DEPARTMENT_HEAD', unit);
  }

  /** A Specialist drafts himself unless he says otherwise; a head chooses. */
  #drafter(unit) {
    return this.#holds('SPECIALIST', unit) ? this.ctx.me.userName : (this.people?.[0]?.userName ?? '');
  }

  get #lines() {
    return this.values.addressees
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  }

  #set(name, value) {
    this.values = { ...this.values, [name]: value };
  }

  async #unit(unit) {
    this.#set('unit', unit);
    this.people = null;
    try {
      this.people = this.#heads(unit) ? await specialists(this.ctx, unit) : null;
      this.#set('drafter', this.#drafter(unit));
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    }
  }

  #toggle(name) {
    const lines = this.#lines;
    const left = lines.filter((one) => one !== name);
    this.#set('addressees', (left.length < lines.length ? left : [...lines, name]).join('\n'));
  }

  get #body() {
    const { planYear, drafter, direction, urgency, dueOn, ...others } = this.values;
    const body = {
      ...others,
      planYear: /^\d+$/.test(planYear.trim()) ? Number(planYear) : planYear,
      addressees: this.#lines,
    };
    if (this.#id) {
      return body;
    }
    return this.#heads(body.unit)
      ? { ...body, drafter, direction, urgency, dueOn }
      : { ...body, urgency, dueOn };
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      const { api } = this.ctx;
      const saved = this.#id
        ? await api.put(path`/dossiers/${this.#id}`, this.#body)
        : await api.post('/dossiers', this.#body);
      this.ctx.say(this.#said(saved), { stays: true });
      this.ctx.go(['dossiers', saved.id]);
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

  #said(saved) {
    if (this.#id) {
      return this.t('form.saved');
    }
    return saved.drafter.userName === this.ctx.me.userName
      ? this.t('form.opened')
      : this.t('form.assigned', { name: saved.drafter.fullName });
  }

  render() {
    return html`<h1 tabindex="-1">${this.heading()}</h1>
      ${this.trouble()} ${this.values ? this.#form() : this.waiting()}`;
  }

  #field(id, more = {}) {
    return {
      id,
      label: this.t(`field.${id}`),
      value: this.values[id],
      refused: this.refused,
      pick: this.t('field.pick'),
      on: (value) => this.#set(id, value),
      ...more,
    };
  }

  #form() {
    const { refused, values } = this;
    const units = this.#id ? this.ctx.units.filter((unit) => unit.code === values.unit) : this.#units();
    return html`<form class="card" novalidate @submit=${this.#save}>
      ${refused && !FIELDS.includes(refused.field)
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}></ttdn-problem>`
        : nothing}
      ${areaField(
        this.#field('subject', {
          rows: 2,
          most: 500,
          required: true,
          on: (value) => this.#set('subject', value.replace(/\s*\n\s*/g, ' ')),
        }),
      )}
      <div class="pair">
        ${textField(this.#field('planYear', { numeric: true, most: 4, required: true, kind: 'year' }))}
        ${selectField(
          this.#field('unit', {
            disabled: Boolean(this.#id),
            hint: this.#id ? this.t('form.unit.fixed') : '',
            options: units.map((unit) => [unit.code, unit.name]),
            on: (unit) => this.#unit(unit),
          }),
        )}
      </div>
      ${this.#id ? nothing : this.#handling()} ${this.#addressees()}
      ${dayField(
        this.#field('answersDueOn', {
          hint: this.t('form.answersDueOn.hint', { days: this.ctx.organisation.deadlines.answers }),
          kind: 'answers',
        }),
      )}
      <div class="row">
        <button class="primary" data-testid="save-dossier" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${this.t(this.#id ? 'form.save' : 'form.open')}
        </button>
        <a
          class="button"
          data-testid="cancel"
          href=${this.#id ? hash(['dossiers', this.#id]) : hash(['dossiers'])}
          >${this.t('common.cancel')}</a
        >
      </div>
    </form>`;
  }

  /** Who drafts it, how urgently and by when; whom he gives it to is the head's to say. */
  #handling() {
    const { values } = this;
    const heads = this.#heads(values.unit);
    const self = this.#holds('SPECIALIST', values.unit) ? [this.ctx.me] : [];
    const people = [...self, ...(this.people ?? []).filter((one) => one.userName !== self[0]?.userName)];
    return html`<fieldset>
      <legend>${this.t(heads ? 'assign.title' : 'form.handling')}</legend>
      ${heads
        ? html`${selectField(
            this.#field('drafter', { options: people.map((one) => [one.userName, one.fullName]) }),
          )}
          ${areaField(this.#field('direction', { rows: 2 }))}`
        : nothing}
      <div class="pair">
        ${selectField(
          this.#field('urgency', { options: URGENCIES.map((one) => [one, this.t(`urgency.${one}`)]) }),
        )}
        ${dayField(this.#field('dueOn'))}
      </div>
    </fieldset>`;
  }

  #addressees() {
    const { refused, values } = this;
    const bad = refused?.field === 'addressees';
    const lines = this.#lines;
    return html`<div class="field addressees">
      <label for="addressees">
        ${this.t('field.addressees')}
        <span class="hint" id="addressees-hint">${this.t('form.addressees.hint')}</span>
      </label>
      <div class="row units" role="group" aria-label=${this.t('form.addressees.units')}>
        ${this.ctx.addressees
          .filter((unit) => unit.level === 'UNIT')
          .map(
            (unit) => html`<button
              type="button"
              lang="vi"
              data-testid=${`addressee-${unit.code}`}
              aria-pressed=${lines.includes(unit.name) ? 'true' : 'false'}
              @click=${() => this.#toggle(unit.name)}
            >
              ${unit.name}
            </button>`,
          )}
      </div>
      <textarea
        id="addressees"
        data-testid="field-addressees"
        aria-invalid=${ifDefined(bad ? 'true' : undefined)}
        aria-describedby=${bad ? 'addressees-hint addressees-fault' : 'addressees-hint'}
        .value=${live(values.addressees)}
        @input=${(event) => this.#set('addressees', event.target.value)}
      ></textarea>
      ${fault('addressees', refused)}
    </div>`;
  }
}
