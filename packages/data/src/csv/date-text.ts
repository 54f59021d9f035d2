/** The order of day, month and year. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const ISO =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/;
const LOCAL = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[T ](\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?$/;

/** Days since 1970-01-01 (UTC), with the time as a fraction; `undefined` where the text is no date of that order. */
export function daysOf(text: string, order: DateOrder): number | undefined {
  const match = (order === 'ymd' ? ISO : LOCAL).exec(text);
  if (match === null) return undefined;
  const [, a, , b, c, hour = '0', minute = '0', second = '0', part = '0', zone = 'Z'] = match;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  // The 30th of February is no day; years below 100 mean others to Date.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || Number(year) < 100)
    return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + Number(part) - offsetOf(zone);
  return time / 86_400_000 + seconds / 86400;
}

function offsetOf(zone: string): number {
  if (zone === 'Z' || zone === 'UTC') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
}

/** The order in which all texts are dates; `ambiguous` where two are possible, `undefined` where none is. */
export function dateOrder(texts: readonly string[]): DateOrder | 'ambiguous' | undefined {
  if (texts.length === 0) return undefined;
  const all = (order: DateOrder): boolean => texts.every((text) => daysOf(text, order) !== undefined);
  if (all('ymd')) return 'ymd';
  const dmy = all('dmy');
  const mdy = all('mdy');
  if (dmy && mdy) {
    // A point stands between day and month where the day comes first.
    return texts.every((text) => text.includes('.')) ? 'dmy' : 'ambiguous';
  }
  return dmy ? 'dmy' : mdy ? 'mdy' : undefined;
}
