/** Plain days as the contract writes them: `2026-11-23`. */

const DAY = 24 * 60 * 60 * 1000;

/** How many days `to` is after `from`; negative if it is before. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

export function plusDays(day, count) {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/**
 * A day as somebody typed it, `5/9/2026` or `05.09.2026`, as the contract writes it. What is no day
 * stays as it was typed: the server says what is wrong with it.
 */
export function typedDay(text) {
  const trimmed = text.trim();
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(trimmed);
  if (!parts) {
    return trimmed;
  }
  const [, day, month, year] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const exists = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(written)
    ? written
    : trimmed;
}

/** A day as people here write it: `05/09/2026`; anything else as it is. */
export function writtenDay(day) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '');
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (day ?? '');
}

/**
 * Tells the server's day for as long as the page stays open: its day when it was asked, and as many
 * more as have gone by here since.
 *
 * @param serverDay the day that the server gave
 * @param here gives the day on this machine's clock
 */
export function calendar(serverDay, here) {
  const then = here();
  return () => plusDays(serverDay, daysBetween(then, here()));
}
