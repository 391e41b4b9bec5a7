import vi from '../i18n/vi.js';
import en from '../i18n/en.js';

const BUNDLES = { vi, en };
const KEY = 'ttdn.language';
const ZONE = 'Asia/Ho_Chi_Minh';

/** The reader's language: what he chose last, else Vietnamese. */
export function storedLanguage() {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi'; // Storage may be forbidden; the switch then lasts as long as the page.
  }
}

export function storeLanguage(language) {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // See storedLanguage.
  }
}

/** The text under `key` with its `{name}`s filled in; the key itself if there is none. */
export function translator(language) {
  const bundle = BUNDLES[language];
  return (key, words = {}) =>
    (bundle[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => words[name] ?? all);
}

/** Dates as dd/MM/yyyy of Asia/Ho_Chi_Minh, and numbers and sizes as the language writes them. */
export function formats(language) {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN';
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const units = ['byte', 'kB', 'MB', 'GB'];
  /** The plain date, in Asia/Ho_Chi_Minh, of an instant. */
  const plain = (instant) => {
    const [dd, mm, yyyy] = day.format(new Date(instant)).split('/');
    return `${yyyy}-${mm}-${dd}`;
  };
  return {
    /** A plain date (2026-11-23) or an instant. */
    date(value) {
      const plain = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
      return plain ? `${plain[3]}/${plain[2]}/${plain[1]}` : day.format(new Date(value));
    },
    dateTime(instant) {
      const at = new Date(instant);
      return `${day.format(at)} ${time.format(at)}`;
    },
    number: (value) => number.format(value),
    /** A file's size; 1 kB is 1024 bytes, as file managers count. */
    size(bytes) {
      let unit = 0;
      let value = bytes;
      while (value >= 1024 && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
      }
      return `${number.format(value)} ${units[unit]}`;
    },
    year: () => Number(day.format(new Date()).slice(6)),
    day: plain,
    /** Today in Asia/Ho_Chi_Minh by this machine's clock. */
    today: () => plain(Date.now()),
  };
}
