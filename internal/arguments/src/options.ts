import { clean, describe } from './describe.js';
import { nearest } from './nearest.js';
import { type ErrorClass, wrong } from './wrong.js';

/** The names of all options, each with a 1: the compiler sees one that is missing or too much. */
export type Known<Options> = { readonly [Name in keyof Options]-?: 1 };

/**
 * Throws unless options are an object with known names: `Linear: unknown option 'Bias'; did you mean 'bias'?`
 *
 * @param where - the function or class.
 * @param options - what the caller gave; nothing is fine.
 * @param known - `{ bias: 1, dtype: 1 }`, best a constant beside the options' type.
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
  for (const name in options) if (known[name] !== 1) unknown(Class, where, options, name, Object.keys(known));
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
