import { clean, describe } from './describe.js';
import { nearest } from './nearest.js';
import { type ErrorClass, wrong } from './wrong.js';

/** What an option has to be; 1 where whoever reads it says so. NaN is no number. */
export type Kind =
  | 1
  | 'boolean'
  | 'number'
  | 'number or null'
  | 'string'
  | 'function'
  | readonly [wanted: string, is: (value: unknown) => boolean];

/** The names of all options, each with its kind: the compiler sees one that is missing or too much. */
export type Known<Options> = { readonly [Name in keyof Options]-?: Kind };

/**
 * Throws unless options are an object with known names: `Linear: unknown option 'Bias'; did you mean 'bias'?`, and of the
 * kinds that are known: `Linear: bias must be a boolean, not 1`.
 *
 * @param where - the function or class.
 * @param options - what the caller gave; nothing is fine.
 * @param known - `{ bias: 'boolean', dtype: 1 }`, best a constant beside the options' type.
 */
export function checkOptions<Options extends object>(
  Class: ErrorClass,
  where: string,
  options: Options | undefined,
  known: Known<Options>,
): void {
  if (options === undefined) return;
  // An array, a Map or a Promise has no names of options; a Tensor has names that are none.
  if (typeof options !== 'object' || Object.prototype.toString.call(options) !== '[object Object]') {
    throw new Class(`${where}: the options must be an object, not ${describe(options)}`);
  }
  for (const name in options) {
    const kind: Kind = known[name];
    if (kind === 1) continue;
    if (!Object.hasOwn(known, name)) unknown(Class, where, options, name, Object.keys(known));
    const value: unknown = options[name];
    if (value === undefined) continue;
    const named = typeof kind === 'string';
    const fits = named ? kind.includes(value === null ? 'null' : typeof value) && !Number.isNaN(value) : kind[1](value);
    if (!fits) wrong(Class, where, name, named ? `a ${kind}` : kind[0], value);
  }
}

/** {@link checkOptions} for options that cannot be left out. */
export function needOptions<Options extends object>(
  Class: ErrorClass,
  where: string,
  options: Options,
  known: Known<Options>,
): void {
  if (options === undefined) wrong(Class, where, 'the options', 'an object', options);
  checkOptions(Class, where, options, known);
}

function unknown(Class: ErrorClass, where: string, options: object, name: string, known: readonly string[]): never {
  // A tensor, or any object that is no list of options, has no slip in a name.
  const prototype: unknown = Object.getPrototypeOf(options);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null && Object.keys(options).includes(name)) {
    throw new Class(`${where}: the options must be an object, not ${describe(options)}`);
  }
  const near = nearest(name, known);
  const list = known.map((one) => `'${one}'`).join(', ');
  const remedy = near !== undefined ? `did you mean '${near}'?` : list === '' ? 'there are none' : `there are ${list}`;
  throw new Class(`${where}: unknown option '${clean(name)}'; ${remedy}`);
}
