import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { areaField, dayField, fault, fieldStyles, focusFault, selectField, textField } from '../base/fields.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

const AUTHORITIES = ['', 'NONE', 'KT', 'TL', 'TUQ', 'TM'];

/**
 * What the clerk fills in when he issues: the signed file, who signed it and how, the Ministry's own
 * number, and how it goes to those who have no address. What is left empty is as the server would
 * have it.
 */
export class Issue extends View {
  static properties = {
    dossier: { attribute: false },
    refused: { attribute: false },
    values: { state: true },
    leaders: { state: true },
    differs: { state: true },
    /** How the files that were attached here read beside what was approved, by kind. */
    compared: { state: true },
  };

  static loadOn = ['dossier'];

  static styles = [
    controls,
    fieldStyles,
    css`
      .signed {
        margin-bottom: 16px;
      }

      .signed ttdn-upload {
        margin-top: 6px;
      }

      .paper {
        display: flex;
        gap: 10px;
        align-items: flex-start;
        font-weight: 400;
      }

      .paper input {
        flex: none;
        width: 20px;
        min-height: 20px;
        height: 20px;
        margin: 2px 0 0;
      }

      .stale {
        color: var(--danger);
        font-size: 14px;
      }
    `,
  ];

  constructor() {
    super();
    this.values = null;
    this.leaders = [];
    this.differs = false;
    this.compared = {};
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    this.values ??= this.#start();
    if (this.refused?.field === 'difference') {
      this.differs = true;
    }
  }

  updated(changed) {
    if (!changed.has('refused') || !this.refused) {
      return;
    }
    if (this.refused.field === 'signedFile') {
      this.renderRoot.querySelector('ttdn-upload').focus();
    } else {
      focusFault(this);
    }
  }

  /** What he sends with his decision. */
  get body() {
    const { onPaper, ...texts } = this.values;
    const typed = Object.entries(texts).filter(([, value]) => value.trim() !== '');
    return { ...Object.fromEntries(typed), ...(onPaper ? { onPaper } : {}) };
  }

  /** The fields that a problem may stand at. */
  static fields = [
    'signedFile',
    'number',
    'issuedOn',
    'signerName',
    'signerPosition',
    'authority',
    'difference',
    'onPaper',
  ];

  get #approval() {
    return this.dossier.decisions.findLast((one) => one.outcome.code === 'accepted');
  }

  get #ministry() {
    return this.dossier.state.code === 'MINISTRY_ISSUING';
  }

  /** Who is sent nothing by mail and has nobody here: he gets it on paper. */
  get withoutAddress() {
    return this.dossier.task.issues.code === 'SUBMISSION_SLIP'
      ? []
      : this.dossier.addressees.filter((one) => !one.unit && !one.email);
  }

  #start() {
    return {
      signerName: this.#approval?.person.fullName ?? '',
      signerPosition: '',
      authority: '',
      number: '',
      issuedOn: this.#ministry ? this.ctx.today() : '',
      difference: '',
      onPaper: false,
    };
  }

  /** The leaders' offices; whoever may not see them types what stands on the document. */
  async load(signal) {
    if (this.leaders.length > 0 || this.#ministry) {
      return;
    }
    const agency = this.ctx.units.find((unit) => unit.agency);
    const { items } = await this.ctx.api.get('/people', {
      query: { role: 'AGENCY_LEADER', unit: agency?.code },
      signal,
    });
    this.leaders = items;
    this.#signer(this.values.signerName);
  }

  #set(name, value) {
    this.values = { ...this.values, [name]: value };
  }

  /** Another leader signs in his own office. */
  #signer(name) {
    const leader = this.leaders.find((one) => one.fullName === name.trim());
    this.values = {
      ...this.values,
      signerName: name,
      signerPosition: leader?.position ?? this.values.signerPosition,
    };
  }

  #field(id, more = {}) {
    return {
      id,
      label: this.t(`issue.${id}`),
      value: this.values[id],
      refused: this.refused,
      pick: this.t('field.pick'),
      on: (value) => this.#set(id, value),
      ...more,
    };
  }

  render() {
    const { task } = this.dossier;
    const required = this.ctx.organisation.signedFileRequired;
    const plan = { code: 'PLAN', label: this.t('issue.plan') };
    return html`${this.#signed(task.issues, required)}
      ${this.#ministry ? this.#signed(plan, required) : nothing}
      ${fault('signedFile', this.refused)} ${this.#ministry ? this.#number() : nothing}
      ${textField(this.#field('signerName', { list: 'leaders', on: (value) => this.#signer(value) }))}
      <datalist id="leaders">
        ${this.leaders.map((one) => html`<option value=${one.fullName}>${one.position}</option>`)}
      </datalist>
      ${textField(this.#field('signerPosition', { hint: this.t('issue.signerPosition.hint') }))}
      ${selectField(
        this.#field('authority', {
          options: AUTHORITIES.map((one) => [one, this.t(`issue.authority.${one || 'auto'}`)]),
        }),
      )}
      ${this.#paper()} ${this.#difference()}`;
  }

  #number() {
    return html`<div class="pair">
      ${textField(this.#field('number', { required: true, hint: this.t('issue.number.hint') }))}
      ${dayField(this.#field('issuedOn'))}
    </div>`;
  }

  #signed(kind, required) {
    const { dossier } = this;
    const { api, format } = this.ctx;
    const file = dossier.documents.find((one) => one.signed && one.kind.code === kind.code);
    const stale = file && this.#approval && file.createdAt < this.#approval.at;
    return html`<div class="signed" data-testid=${`signed-${kind.code}`}>
      <p class="label">
        ${this.t('issue.signed', { kind: kind.label })}
        ${required ? nothing : html`<span class="hint">${this.t('issue.signed.optional')}</span>`}
      </p>
      ${file
        ? html`<p>
            <a
              href=${api.url(
                path`/dossiers/${dossier.id}/documents/${file.id}/versions/${file.version}/content`,
              )}
              download=${file.name}
              >${file.name}</a
            >
            <span class="soft nowrap">${format.size(file.size)}, ${format.dateTime(file.createdAt)}</span>
          </p>`
        : nothing}
      ${stale ? html`<p class="stale">${this.t('issue.signed.stale')}</p>` : nothing}
      <ttdn-upload
        .ctx=${this.ctx}
        .route=${path`/dossiers/${dossier.id}/signed/${kind.code}`}
        .name=${`signed-${kind.code}`}
        .takes=${'.pdf'}
        .label=${this.t(file ? 'issue.signed.other' : 'issue.signed.pick')}
        @ttdn-picked=${() => this.#compare(kind.code, null)}
        @ttdn-uploaded=${(event) => {
          this.ctx.say(this.t('issue.signed.done', { name: event.detail.name }));
          this.#compare(kind.code, event.detail.comparison);
          this.changed();
        }}
      ></ttdn-upload>
      ${this.compared[kind.code]
        ? html`<ttdn-comparison
            .ctx=${this.ctx}
            .comparison=${this.compared[kind.code]}
          ></ttdn-comparison>`
        : nothing}
    </div>`;
  }

  /** Where they differ, the reason is asked for before the server has to. */
  #compare(kind, comparison) {
    this.compared = { ...this.compared, [kind]: comparison };
    const different = Object.values(this.compared).some((one) => one?.verdict.code === 'DIFFERENT');
    this.differs = different || this.values.difference !== '';
  }

  #paper() {
    const { values, refused, withoutAddress } = this;
    const bad = refused?.field === 'onPaper';
    if (withoutAddress.length === 0 && !bad) {
      return nothing;
    }
    return html`<div class="field">
      <label class="paper">
        <input
          type="checkbox"
          id="onPaper"
          data-testid="field-onPaper"
          .checked=${values.onPaper}
          aria-invalid=${bad ? 'true' : nothing}
          aria-describedby=${bad ? 'onPaper-fault' : nothing}
          @change=${(event) => this.#set('onPaper', event.target.checked)}
        />
        <span
          >${this.t('issue.onPaper', { names: withoutAddress.map((one) => one.name).join('; ') })}</span
        >
      </label>
      ${fault('onPaper', refused)}
    </div>`;
  }

  #difference() {
    if (this.differs) {
      return areaField(this.#field('difference', { hint: this.t('issue.difference.hint'), rows: 2 }));
    }
    return html`<p class="field">
      <button
        type="button"
        class="quiet"
        data-testid="differs"
        @click=${() => {
          this.differs = true;
        }}
      >
        ${this.t('issue.differs')}
      </button>
    </p>`;
  }
}
