import { clean, describe } from './describe.js';
import { nearest } from './nearest.js';
import type { ErrorClass } from './wrong.js';

/** Throws unless a value is one of some words: `gelu: approximate must be 'none' or 'tanh', not a string 'tahn'; did you mean 'tanh'?` */
export function checkChoice(
  Class: ErrorClass,
  where: string,
  what: string,
  value: unknown,
  words: readonly string[],
): void {
  if (words.includes(value as string)) return;
  const near = typeof value === 'string' ? nearest(value, words) : undefined;
  throw new Class(
    `${where}: ${what} must be ${listed(words)}, not ${describe(value)}${near === undefined ? '' : `; did you mean '${near}'?`}`,
  );
}

/** `'none', 'mean' or 'sum'` */
export function listed(words: readonly string[]): string {
  const list = words.map((word) => `'${clean(word)}'`);
  return list.length === 1 ? list[0]! : `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
}
