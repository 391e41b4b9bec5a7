import { html, repeat } from '../base/lit.js';
import { hash } from '../base/route.js';
import { mending, overtaken } from './records.js';

/** The lines of a register of issued documents (sổ văn bản đi). */
export function outgoing(ctx, items, caption) {
  const { t, format } = ctx;
  return html`<table class="stack" role="table">
    <caption class="hidden">${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${['symbol', 'issuedOn', 'subject', 'signer', 'addressees', 'unit'].map(
          (name) => html`<th scope="col" role="columnheader">${t(`field.${name}`)}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        items,
        (one) => one.recordId,
        (one) => html`<tr role="row" data-testid="register-row" class=${one.mendedBy.length > 0 ? 'mended' : ''}>
          <td role="cell" class="nowrap">
            <a class="symbol ${overtaken(one) ? 'overtaken' : ''}" href=${hash(['records', one.recordId])}
              >${one.symbol}</a
            >
          </td>
          <td role="cell" data-label=${t('field.issuedOn')}>${format.date(one.issuedOn)}</td>
          <td role="cell" class="typed">
            <span class="soft">${one.kind.label}</span> ${one.subject} ${mending(ctx, one)}
          </td>
          <td role="cell" class="typed" data-label=${t('field.signer')}>
            ${one.signer.fullName}
            <div class="soft">${one.signer.position}</div>
          </td>
          <td role="cell" class="typed" data-label=${t('field.addressees')}>
            ${one.addressees.map((to) => to.name).join('; ')}
          </td>
          <td role="cell" data-label=${t('field.unit')}>${one.draftingUnit.name}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The lines of the register of incoming documents (sổ văn bản đến). */
export function incoming(ctx, items, caption) {
  const { t, format } = ctx;
  return html`<table class="stack" role="table">
    <caption class="hidden">${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${['number', 'arrivedOn', 'sender', 'symbol', 'issuedOn', 'subject', 'registeredBy'].map(
          (name) => html`<th scope="col" role="columnheader">${t(`incoming.${name}`)}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        items,
        (one) => one.number,
        (one) => html`<tr role="row" data-testid="incoming-row">
          <td role="cell" data-label=${t('incoming.number')}>
            <a class="symbol" href=${hash(['records', one.recordId])}>${format.number(one.number)}</a>
          </td>
          <td role="cell" data-label=${t('incoming.arrivedOn')}>${format.date(one.arrivedOn)}</td>
          <td role="cell" class="typed">${one.sender}</td>
          <td role="cell" class="typed" data-label=${t('incoming.symbol')}>${one.symbol || '–'}</td>
          <td role="cell" data-label=${t('incoming.issuedOn')}>${format.date(one.issuedOn)}</td>
          <td role="cell" class="typed">
            ${one.subject}
            <div><a href=${hash(['answers', one.answerId])}>${t('incoming.toAnswer')}</a></div>
          </td>
          <td role="cell" class="typed" data-label=${t('incoming.registeredBy')}>${one.registeredBy.fullName}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
