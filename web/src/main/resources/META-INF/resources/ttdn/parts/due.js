import { html, nothing } from '../base/lit.js';
import { daysBetween } from '../base/days.js';

/**
 * How a last day stands, in words and in colour: late, today, or how many days are left.
 *
 * @param day the last day that is in time, as a plain date
 * @param late what the server says; it decides, not this machine's clock
 */
export function standing(ctx, day, late) {
  const left = daysBetween(ctx.today(), day);
  if (late) {
    return html`<span class="chip bad" data-testid="late"
      >${left < 0 ? ctx.t('due.late', { days: -left }) : ctx.t('due.lateOnly')}</span
    >`;
  }
  if (left < 0) {
    return nothing;
  }
  return left === 0
    ? html`<span class="chip warn">${ctx.t('due.today')}</span>`
    : html`<span class="soft">${ctx.t('due.left', { days: left })}</span>`;
}

/** A last day with how it stands, below each other. */
export function due(ctx, day, late) {
  return day
    ? html`<span class="nowrap">${ctx.format.date(day)}</span>
        <div class="nowrap">${standing(ctx, day, late)}</div>`
    : '–';
}

/** The last day of a dossier's open step, and of the whole dossier where one is set. */
export function dossierDue(ctx, one) {
  const past = (day) => Boolean(day) && day < ctx.today();
  const whole = one.late && past(one.dueOn);
  return html`${due(ctx, one.stepDueOn, one.late && (past(one.stepDueOn) || !whole))}
  ${one.dueOn
    ? html`<div class="soft nowrap">${ctx.t('due.whole', { day: ctx.format.date(one.dueOn) })}</div>
        ${whole ? html`<div class="nowrap">${standing(ctx, one.dueOn, true)}</div>` : nothing}`
    : nothing}`;
}

/** Độ khẩn, where it is above the normal. */
export function urgency(one) {
  return one && one.code !== 'NORMAL'
    ? html`<span class="chip urgent" data-testid="urgency" data-urgency=${one.code}>${one.label}</span>`
    : nothing;
}
