import { html } from '../base/lit.js';
import { Problem } from '../base/api.js';
import { areaField, dayField, selectField } from '../base/fields.js';
import { FormDialog } from './dialog.js';

/** The roles that people hold in a unit of each level. */
const HELD = {
  UNIT: ['SPECIALIST', 'DEPARTMENT_HEAD'],
  AGENCY: ['AGENCY_LEADER', 'AGENCY_CLERK'],
  MINISTRY: ['MINISTRY_LEADER', 'MINISTRY_CLERK'],
};

/** A role in its unit, as the value of an option. */
const key = (role) => `${role.code} ${role.unit.code}`;

/** What somebody may delegate: roles of his own, and no drafting, which is assigned. */
export function delegable(me) {
  return me.roles.filter((role) => !role.insteadOf && role.code !== 'SPECIALIST');
}

/** Uỷ quyền: a role of mine, to whom, from when to when and why. */
export class Delegate extends FormDialog {
  static properties = { people: { state: true } };

  constructor() {
    super();
    this.people = [];
  }

  start() {
    const [role] = delegable(this.ctx.me);
    this.#seek(role.unit.code);
    return {
      role: key(role),
      office: role.unit.code,
      to: '',
      firstDay: this.ctx.today(),
      lastDay: '',
      reason: '',
    };
  }

  title() {
    return this.t('delegate.title');
  }

  action() {
    return this.t('delegate.action');
  }

  get #role() {
    return delegable(this.ctx.me).find((role) => key(role) === this.values.role);
  }

  #level(code) {
    return this.ctx.units.find((unit) => unit.code === code).level;
  }

  /** The units of the house that has the role. */
  get #offices() {
    const ministry = (code) => this.#level(code) === 'MINISTRY';
    const wanted = ministry(this.#role.unit.code);
    return this.ctx.units.filter((unit) => ministry(unit.code) === wanted);
  }

  /** Who is in a unit, but for myself; an answer that is overtaken is dropped. */
  async #seek(office) {
    this.people = [];
    try {
      const found = await Promise.all(
        HELD[this.#level(office)].map((role) =>
          this.ctx.api.get('/people', { query: { role, unit: office } }),
        ),
      );
      if (this.values?.office !== office) {
        return;
      }
      const all = new Map(found.flatMap(({ items }) => items).map((one) => [one.userName, one]));
      all.delete(this.ctx.me.userName);
      this.people = [...all.values()].sort((a, b) => a.fullName.localeCompare(b.fullName, 'vi'));
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    }
  }

  #choose(office) {
    this.values = { ...this.values, office, to: '' };
    this.#seek(office);
  }

  form() {
    const roles = delegable(this.ctx.me);
    return html`<p class="field">${this.t('delegate.text')}</p>
      ${selectField(
        this.field('role', this.t('delegate.role'), {
          options: roles.map((role) => [key(role), `${role.label}, ${role.unit.name}`]),
          on: (value) => {
            this.values = { ...this.values, role: value };
            this.#choose(this.#role.unit.code);
          },
        }),
      )}
      <div class="pair">
        ${selectField(
          this.field('office', this.t('delegate.office'), {
            options: this.#offices.map((unit) => [unit.code, unit.name]),
            on: (value) => this.#choose(value),
          }),
        )}
        ${selectField(
          this.field('to', this.t('delegate.to'), {
            required: true,
            options: [
              ['', this.t('delegate.choose')],
              ...this.people.map((one) => [
                one.userName,
                [one.fullName, one.position].filter(Boolean).join(', '),
              ]),
            ],
          }),
        )}
      </div>
      <div class="pair">
        ${dayField(this.field('firstDay', this.t('delegate.firstDay'), { required: true }))}
        ${dayField(this.field('lastDay', this.t('delegate.lastDay'), { required: true }))}
      </div>
      ${areaField(
        this.field('reason', this.t('delegate.reason'), {
          hint: this.t('delegate.reason.hint'),
          required: true,
          most: 500,
          rows: 2,
        }),
      )}`;
  }

  async send() {
    const { to, firstDay, lastDay, reason } = this.values;
    if (to === '') {
      const part = (name) => this.t(`delegate.nobody.${name}`);
      throw new Problem({
        field: 'to',
        title: part('title'),
        detail: part('detail'),
        remedy: part('remedy'),
      });
    }
    const { code, unit } = this.#role;
    return this.ctx.api.post('/delegations', {
      to,
      role: code,
      unit: unit.code,
      firstDay,
      lastDay,
      reason: reason.replace(/\s*\n\s*/g, ' '),
    });
  }

  done({ to, firstDay, lastDay }) {
    const { date } = this.ctx.format;
    this.ctx.say(
      this.t('delegate.done', { name: to.fullName, first: date(firstDay), last: date(lastDay) }),
    );
    this.changed();
  }
}
