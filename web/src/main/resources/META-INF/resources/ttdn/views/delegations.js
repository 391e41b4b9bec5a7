import { css, html, nothing, repeat } from '../base/lit.js';
import { path } from '../base/api.js';
import { controls } from '../base/styles.js';
import { View } from '../base/view.js';
import { delegable } from '../parts/delegate.js';

const TONES = { active: 'good', coming: 'warn' };

const ORDER = ['active', 'coming', 'over', 'revoked'];

/** Uỷ quyền: who acts for whom, and the way to have somebody act for me. */
export class Delegations extends View {
  static properties = { items: { state: true }, refused: { state: true }, busy: { state: true } };

  static styles = [
    controls,
    css`
      .top {
        margin-bottom: 6px;
      }

      .about {
        margin-bottom: 14px;
      }

      .name {
        font-weight: 600;
      }

      tr.past td {
        color: var(--ink-soft);
      }
    `,
  ];

  constructor() {
    super();
    this.refused = null;
    this.busy = false;
  }

  heading() {
    return this.t('delegations.title');
  }

  async load(signal) {
    const { items } = await this.ctx.api.get('/delegations', { signal });
    this.items = items
      .map((one) => ({ ...one, state: this.#state(one) }))
      .sort(
        (a, b) =>
          ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.firstDay.localeCompare(b.firstDay),
      );
  }

  #state({ revokedAt, active, firstDay }) {
    if (revokedAt) {
      return 'revoked';
    }
    if (active) {
      return 'active';
    }
    return firstDay > this.ctx.today() ? 'coming' : 'over';
  }

  async #revoke(one) {
    const sure = await this.renderRoot.querySelector('ttdn-confirm').ask({
      title: this.t('revoke.title'),
      text: this.t('revoke.text'),
      facts: [
        [this.t('delegations.to'), one.to.fullName],
        [this.t('delegations.role'), `${one.role.label}, ${one.role.unit.name}`],
        [this.t('delegations.period'), this.#days(one)],
      ],
      action: this.t('revoke.action'),
    });
    if (!sure || this.busy) {
      return;
    }
    this.busy = true;
    this.refused = null;
    try {
      await this.ctx.api.delete(path`/delegations/${one.id}`);
      this.ctx.say(this.t('revoke.done', { name: one.to.fullName }));
      this.ctx.countTasks();
      await this.reload();
    } catch (failure) {
      if (!failure.title) {
        throw failure;
      }
      this.refused = failure;
    } finally {
      this.busy = false;
    }
  }

  #days({ firstDay, lastDay }) {
    const { date } = this.ctx.format;
    return this.t('delegations.days', { first: date(firstDay), last: date(lastDay) });
  }

  #changed(event) {
    event.stopPropagation();
    this.ctx.countTasks();
    this.reload();
  }

  render() {
    const { t, me } = this.ctx;
    return html`<div @ttdn-changed=${this.#changed}>
      <div class="row spread top">
        <h1 tabindex="-1">${t('delegations.title')}</h1>
        ${delegable(me).length > 0
          ? html`<button
              class="primary"
              data-testid="delegate"
              @click=${() => this.renderRoot.querySelector('ttdn-delegate').open()}
            >
              ${t('delegate.open')}
            </button>`
          : nothing}
      </div>
      <p class="soft about">${t('delegations.about')}</p>
      ${this.trouble()}
      ${this.refused
        ? html`<ttdn-problem .ctx=${this.ctx} .problem=${this.refused}></ttdn-problem>`
        : nothing}
      ${this.items ? this.#list() : this.waiting()}
      <ttdn-delegate .ctx=${this.ctx}></ttdn-delegate>
      <ttdn-confirm .ctx=${this.ctx}></ttdn-confirm>
    </div>`;
  }

  #list() {
    const { t } = this.ctx;
    if (this.items.length === 0) {
      return html`<p class="card empty" data-testid="no-delegations">${t('delegations.none')}</p>`;
    }
    const heads = ['from', 'to', 'role', 'period', 'reason'].map(
      (name) => html`<th scope="col" role="columnheader">${t(`delegations.${name}`)}</th>`,
    );
    return html`<div class="sheet">
      <table class="stack" role="table">
        <caption class="hidden">${t('delegations.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            ${heads}
            <th scope="col" role="columnheader">${t('field.state')}</th>
            <th scope="col" role="columnheader"><span class="hidden">${t('delegations.acts')}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.items,
            (one) => one.id,
            (one) => this.#row(one),
          )}
        </tbody>
      </table>
    </div>`;
  }

  #row(one) {
    const { t, format } = this.ctx;
    const past = one.state === 'over' || one.state === 'revoked';
    return html`<tr
      role="row"
      class=${past ? 'past' : ''}
      data-testid="delegation-row"
      data-state=${one.state}
    >
      <td role="cell" class="typed" data-label=${t('delegations.from')}>${one.from.fullName}</td>
      <td role="cell" class="typed" data-label=${t('delegations.to')}>
        <span class="name">${one.to.fullName}</span>
      </td>
      <td role="cell" data-label=${t('delegations.role')}>
        ${one.role.label}
        <div class="soft">${one.role.unit.name}</div>
      </td>
      <td role="cell" data-label=${t('delegations.period')}>${this.#days(one)}</td>
      <td role="cell" class="typed" data-label=${t('delegations.reason')}>${one.reason}</td>
      <td role="cell">
        <span class="chip ${TONES[one.state] ?? ''}"
          >${t(`delegations.state.${one.state}`, {
            at: one.revokedAt ? format.date(one.revokedAt) : '',
          })}</span
        >
      </td>
      <td role="cell">
        ${one.revocable && !past
          ? html`<button
              class="quiet"
              data-testid="revoke"
              aria-label=${`${t('revoke.action')} ${one.to.fullName}`}
              aria-disabled=${this.busy ? 'true' : 'false'}
              @click=${() => this.#revoke(one)}
            >
              ${t('revoke.action')}
            </button>`
          : nothing}
      </td>
    </tr>`;
  }
}
