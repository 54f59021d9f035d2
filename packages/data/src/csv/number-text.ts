const POINT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA = /^[+-]?(?:\d+(?:,\d*)?|,\d+)(?:e[+-]?\d+)?$/i;
/** Groups of three digits, and what parts them. */
const GROUPED = {
  '.': /^[+-]?(?:[1-9]\d{0,2}(?:(?:,\d{3})+(?:\.\d*)?|([’' \u00a0\u202f])\d{3}(?:\1\d{3})*\.\d*)|[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d*)?)$/,
  ',': /^[+-]?[1-9]\d{0,2}(?:[.\u00a0\u202f '’]\d{3})+(?:,\d*)?$/,
};
const INFINITE = /^[+-]?inf(?:inity)?$/i;

/** The number that a text spells in decimal, with this mark before its fraction; `undefined` where it spells none. */
export function numberOf(text: string, decimal: '.' | ',' = '.'): number | undefined {
  // The minus of typesetters.
  if (text.startsWith('\u2212')) return numberOf(`-${text.slice(1)}`, decimal);
  if (decimal === '.') {
    if (POINT.test(text)) return Number(text);
  } else if (COMMA.test(text)) return Number(text.replace(',', '.'));
  else if (GROUPED[','].test(text)) return Number(text.replace(/[.\u00a0\u202f '’]/g, '').replace(',', '.'));
  if (INFINITE.test(text)) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return undefined;
}

/** Whether digits are grouped by thousands marks, where `decimal` stands before a fraction. */
export function isGrouped(text: string, decimal: '.' | ','): boolean {
  return GROUPED[decimal].test(text);
}

/** The number that a text spells whose thousands are marked, with a point before its fraction. */
export function ungrouped(text: string): number {
  return Number(text.replace(/[,’' \u00a0\u202f]/g, ''));
}
