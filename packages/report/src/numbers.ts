/** A number with four significant digits, without zeros that say nothing. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A share as percent: `91.3 %`. */
export function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}

/** A count and its noun: `1 row`, `2 rows`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A text of at most so many characters. */
export function cut(text: string, most = 80): string {
  const letters = Array.from(text.slice(0, 2 * most));
  return letters.length < text.length && letters.length > most ? `${letters.slice(0, most).join('')}…` : text;
}
