import { css, html, ifDefined, live, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { fault } from '../parts/problem.js';

const FIELDS = ['subject', 'planYear', 'unit', 'addressees'];

/** Opens a dossier, or changes one that is still drafted. */
export class DossierForm extends View {
  static properties = {
    /** The dossier to change; empty to open a new one. */
    dossierId: {},
    values: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  static loadOn = ['ctx', 'dossierId'];

  static styles = [
    controls,
    css`
      h1 {
        margin-bottom: 16px;
      }

      form {
        max-width: 820px;
      }

      .year {
        max-width: 160px;
      }

      #unit {
        max-width: 460px;
      }

      #addressees {
        min-height: 140px;
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
    `,
  ];

  constructor() {
    super();
    this.values = null;
    this.refused = null;
    this.busy = false;
  }

  heading() {
    return this.t(this.dossierId ? 'form.edit' : 'form.new');
  }

  /** What somebody has typed already is kept when the language changes. */
  async load(signal) {
    if (this.values) {
      return;
    }
    if (this.dossierId) {
      const dossier = await this.ctx.api.get(path`/dossiers/${this.dossierId}`, { signal });
      this.values = {
        subject: dossier.subject,
        planYear: String(dossier.planYear),
        unit: dossier.unit.code,
        addressees: dossier.addressees.map((one) => one.name).join('\n'),
      };
    } else {
      this.values = {
        subject: '',
        // A plan is drafted in the year before it.
        planYear: String(this.ctx.format.year() + 1),
        unit: this.#units()[0]?.code ?? '',
        addressees: '',
      };
    }
  }

  /** Where I draft; a dossier's unit stays what it was. */
  #units() {
    return this.ctx.me.roles.filter((role) => role.code === 'SPECIALIST').map((role) => role.unit);
  }

  get #lines() {
    return this.values.addressees
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  #set(name, value) {
    this.values = { ...this.values, [name]: value };
  }

  #toggle(name) {
    const lines = this.#lines;
    const left = lines.filter((line) => line !== name);
    this.#set('addressees', (left.length < lines.length ? left : [...lines, name]).join('\n'));
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    const { subject, planYear, unit } = this.values;
    const body = {
      subject,
      planYear: /^\d+$/.test(planYear.trim()) ? Number(planYear) : planYear,
      unit,
      addressees: this.#lines,
    };
    try {
      const { api } = this.ctx;
      const saved = this.dossierId
        ? await api.put(path`/dossiers/${this.dossierId}`, body)
        : await api.post('/dossiers', body);
      this.ctx.say(this.t(this.dossierId ? 'form.saved' : 'form.opened'), { stays: true });
      this.ctx.go(['dossiers', saved.id]);
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
      await this.updateComplete;
      this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<h1 tabindex="-1">${this.heading()}</h1>
      ${this.trouble()} ${this.values ? this.#form() : this.waiting()}`;
  }

  #form() {
    const { refused, values } = this;
    const bad = (name) => (refused?.field === name ? 'true' : undefined);
    const described = (name, hint) =>
      [hint, refused?.field === name ? `${name}-fault` : ''].filter(Boolean).join(' ') || undefined;
    const typed = (name) => (event) => this.#set(name, event.target.value);
    return html`<form class="card" novalidate @submit=${this.#save}>
      ${refused && !FIELDS.includes(refused.field)
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${refused}></ttdn-problem>`
        : nothing}
      <div class="field">
        <label for="subject">${this.t('field.subject')}</label>
        <textarea
          id="subject"
          rows="2"
          data-testid="field-subject"
          maxlength="500"
          required
          aria-invalid=${ifDefined(bad('subject'))}
          aria-describedby=${ifDefined(described('subject'))}
          .value=${live(values.subject)}
          @input=${(event) => this.#set('subject', event.target.value.replace(/\s*\n\s*/g, ' '))}
        ></textarea>
        ${fault('subject', refused)}
      </div>
      <div class="field">
        <label for="planYear">${this.t('field.planYear')}</label>
        <input
          id="planYear"
          class="year"
          inputmode="numeric"
          maxlength="4"
          data-testid="field-planYear"
          required
          aria-invalid=${ifDefined(bad('planYear'))}
          aria-describedby=${ifDefined(described('planYear'))}
          .value=${live(values.planYear)}
          @input=${typed('planYear')}
        />
        ${fault('planYear', refused)}
      </div>
      ${this.#unit(bad, described)}
      <div class="field">
        <label for="addressees">
          ${this.t('field.addressees')} <span class="hint" id="addressees-hint">${this.t('form.addressees.hint')}</span>
        </label>
        ${this.#suggestions()}
        <textarea
          id="addressees"
          data-testid="field-addressees"
          aria-invalid=${ifDefined(bad('addressees'))}
          aria-describedby=${ifDefined(described('addressees', 'addressees-hint'))}
          .value=${live(values.addressees)}
          @input=${typed('addressees')}
        ></textarea>
        ${fault('addressees', refused)}
      </div>
      <div class="row">
        <button class="primary" data-testid="save-dossier" ?disabled=${this.busy}>
          ${this.t(this.dossierId ? 'form.save' : 'form.open')}
        </button>
        <a
          class="button"
          data-testid="cancel"
          href=${this.dossierId ? hash(['dossiers', this.dossierId]) : hash(['dossiers'])}
          >${this.t('common.cancel')}</a
        >
      </div>
    </form>`;
  }

  #unit(bad, described) {
    const { refused, values } = this;
    const units = this.dossierId
      ? this.ctx.units.filter((unit) => unit.code === values.unit)
      : this.#units();
    return html`<div class="field">
      <label for="unit">
        ${this.t('field.unit')}
        ${this.dossierId ? html`<span class="hint">${this.t('form.unit.fixed')}</span>` : nothing}
      </label>
      <select
        id="unit"
        data-testid="field-unit"
        ?disabled=${Boolean(this.dossierId)}
        aria-invalid=${ifDefined(bad('unit'))}
        aria-describedby=${ifDefined(described('unit'))}
        @change=${(event) => this.#set('unit', event.target.value)}
      >
        ${units.map(
          (unit) => html`<option value=${unit.code} ?selected=${unit.code === values.unit}>${unit.name}</option>`,
        )}
      </select>
      ${fault('unit', refused)}
    </div>`;
  }

  /** The agency's units; pressing one adds its line, pressing it again takes the line away. */
  #suggestions() {
    const lines = this.#lines;
    return html`<div class="row units" role="group" aria-label=${this.t('form.addressees.units')}>
      ${this.ctx.addressees
        .filter((unit) => !unit.agency)
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
    </div>`;
  }
}
