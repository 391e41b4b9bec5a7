import { css, html, nothing, repeat } from '../base/lit.js';
import { hash } from '../base/route.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';

/** That a document was corrected, replaced or recalled since, or does that to another. */
export function mending(ctx, { mends, mendedBy }) {
  return html`${mendedBy.map(
    (by) => html`<div class="mended">
      <span class="chip bad" data-testid="mended">${ctx.t(`mended.${by.purpose.code}`)}</span>
      <a href=${hash(['records', by.recordId])}
        >${ctx.t('mended.by', { symbol: by.symbol, day: ctx.format.date(by.issuedOn) })}</a
      >
    </div>`,
  )}
  ${mends
    ? html`<div class="mends" data-testid="mends">
        ${mends.purpose.label}
        <a href=${hash(['records', mends.recordId])}>${mends.symbol ?? ctx.t('record.title')}</a>
      </div>`
    : nothing}`;
}

/** A document that is no longer in force as it stands. */
export const overtaken = ({ mendedBy }) =>
  mendedBy.some((by) => by.purpose.code === 'RECALL' || by.purpose.code === 'REPLACEMENT');

/** What a dossier has issued, each with what went with it, and the letters apart on their way. */
export class Records extends View {
  static properties = { dossier: { attribute: false } };

  static loadOn = [];

  static styles = [
    controls,
    css`
      .card {
        border-inline-start: 5px solid var(--good);
      }

      .card.letters {
        border-inline-start-color: var(--brand);
      }

      .card + .card {
        margin-top: 16px;
      }

      ul {
        list-style: none;
      }

      .record + .record,
      .letter + .letter {
        margin-top: 10px;
        padding-top: 10px;
        border-top: 1px solid var(--line);
      }

      .symbol {
        font-size: 17px;
        font-weight: 600;
      }

      .overtaken {
        text-decoration: line-through;
      }

      .with {
        font-size: 14px;
      }
    `,
  ];

  render() {
    const { records, letters = [] } = this.dossier;
    const issued = records.filter((one) => one.register).sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1));
    return html`${issued.length > 0
      ? html`<section class="card" aria-labelledby="issued">
          <h2 id="issued">${this.t('records.title')}</h2>
          <ul>
            ${repeat(
              issued,
              (one) => one.id,
              (one) => this.#record(one, records),
            )}
          </ul>
        </section>`
      : nothing}
    ${letters.length > 0
      ? html`<section class="card letters" aria-labelledby="letters" data-testid="letters">
          <h2 id="letters">${this.t('letters.title')}</h2>
          <ul>
            ${repeat(
              letters,
              (one) => one.id,
              (one) => html`<li class="letter" data-testid="letter">
                <a href=${hash(['dossiers', one.id])}>${one.subject}</a>
                <div class="row">
                  <span class="soft">${one.letter.purpose.label}</span>
                  <span class="chip ${one.state.code}">${one.state.label}</span>
                </div>
              </li>`,
            )}
          </ul>
        </section>`
      : nothing}`;
  }

  #record({ id, kind, register }, records) {
    const enclosed = records.filter((one) => one.enclosureOf === id);
    return html`<li class="record" data-testid="record">
      <p class="soft">${kind.label}</p>
      <p>
        <a class="symbol" data-testid="to-record" href=${hash(['records', id])}
          ><span data-testid="symbol" class=${overtaken(register) ? 'overtaken' : ''}>${register.symbol}</span></a
        >
      </p>
      <p>
        ${this.t('dossier.signed', {
          date: this.ctx.format.date(register.issuedOn),
          signer: register.signer.fullName,
        })}
      </p>
      ${enclosed.length > 0
        ? html`<p class="with">
            <span class="soft">${this.t('records.with')}</span>
            ${enclosed.map(
              (one, i) => html`${i > 0 ? ', ' : ''}<a href=${hash(['records', one.id])}>${one.kind.label}</a>`,
            )}
          </p>`
        : nothing}
      ${mending(this.ctx, register)}
    </li>`;
  }
}
