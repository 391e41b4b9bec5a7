import { css, html, nothing } from '../base/lit.js';
import { path } from '../base/api.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** An issued, frozen document. */
export class RecordView extends View {
  static properties = { recordId: {}, record: { state: true } };

  static loadOn = ['ctx', 'recordId'];

  static styles = [
    controls,
    css`
      .top {
        margin-bottom: 16px;
      }

      .card {
        max-width: 920px;
        border-top: 4px solid var(--gold);
      }

      dl {
        display: grid;
        grid-template-columns: 190px 1fr;
        gap: 10px 20px;
      }

      dt {
        padding-top: 1px;
        font-size: 14px;
      }

      ul {
        list-style: none;
      }

      .frozen {
        margin-top: 18px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
      }

      @media (max-width: 720px) {
        dl {
          grid-template-columns: 1fr;
          gap: 2px;
        }

        dd {
          margin-bottom: 10px;
        }
      }
    `,
  ];

  heading() {
    const symbol = this.record?.register?.symbol;
    return symbol ? this.t('record.heading', { symbol }) : this.t('record.title');
  }

  async load(signal) {
    this.record = await this.ctx.api.get(path`/records/${this.recordId}`, { signal });
  }

  render() {
    const { record } = this;
    return html`<div class="row spread top">
        <h1 tabindex="-1">${this.heading()}</h1>
        ${record
          ? html`<a
              class="button primary"
              data-testid="download"
              href=${this.ctx.api.url(path`/records/${record.id}/content`)}
              download=${record.name}
              >${this.t('record.download')}</a
            >`
          : nothing}
      </div>
      ${this.trouble()} ${record ? this.#facts() : this.waiting()}`;
  }

  #facts() {
    const { record } = this;
    const { register } = record;
    const { format } = this.ctx;
    const fact = (name, value) =>
      html`<dt>${this.t(`field.${name}`)}</dt>
        <dd data-testid=${`fact-${name}`}>${value}</dd>`;
    return html`<section class="card">
      <dl>
        ${register
          ? html`${fact('symbol', html`<strong>${register.symbol}</strong>`)}
            ${fact('issuedOn', format.date(register.issuedOn))} ${fact('kind', register.kind.label)}
            ${fact('subject', register.subject)}
            ${fact(
              'signer',
              html`${register.signer.fullName}
                <div class="soft">${register.signer.position}</div>`,
            )}
            ${fact(
              'addressees',
              html`<ul>
                ${register.addressees.map((one) => html`<li>${one.name}</li>`)}
              </ul>`,
            )}
            ${fact('unit', register.draftingUnit.name)} ${fact('issuedBy', register.issuedBy.fullName)}`
          : nothing}
        ${fact('file', `${record.name} (${format.size(record.size)})`)}
        ${fact('frozenAt', format.dateTime(record.frozenAt))}
        ${fact('sha256', html`<span class="mono">${record.sha256}</span>`)}
      </dl>
      <p class="frozen soft">${this.t('record.frozen')}</p>
      <div class="row">
        <a href=${hash(['dossiers', record.dossierId])}>${this.t('record.toDossier')}</a>
        ${register
          ? html`<a href=${hash(['register', register.register, String(register.year)])}
              >${this.t('record.toRegister')}</a
            >`
          : nothing}
      </div>
    </section>`;
  }
}
