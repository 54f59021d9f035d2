import { type CodedColumn, compareText } from '../table/column.js';

/** The text that most rows of a column have, the first in order of several; `null` where every one is missing. */
export function mostFrequentText({ codes, categories }: CodedColumn): string | null {
  const counts = new Int32Array(categories.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  let best = -1;
  for (let code = 0; code < counts.length; code++) {
    const more = counts[code]! - (best < 0 ? 0 : counts[best]!);
    if (more > 0 || (more === 0 && best >= 0 && compareText(categories[code]!, categories[best]!) < 0)) best = code;
  }
  return best < 0 ? null : categories[best]!;
}

/** The column with a text where one is missing. */
export function fillTexts(column: CodedColumn, text: string): CodedColumn {
  const { codes, categories } = column;
  if (codes.indexOf(-1) < 0) return column;
  const known = categories.indexOf(text);
  if (known >= 0) return { ...column, codes: codes.map((code) => (code < 0 ? known : code)) };
  // Categories stay in their order.
  const place = categories.filter((category) => compareText(category, text) < 0).length;
  return {
    ...column,
    codes: codes.map((code) => (code < 0 ? place : code >= place ? code + 1 : code)),
    categories: [...categories.slice(0, place), text, ...categories.slice(place)],
  };
}
