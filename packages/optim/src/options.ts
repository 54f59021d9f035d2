import { checkOptions, describe, type Known, wrong } from '@internal/arguments';

/** In the place of a default: the option must be given. */
export const NONE = undefined as never;

/** The options of a class of optimizers or schedules: what the caller says, and the defaults of the rest. */
export function withDefaults<Options extends object>(
  name: string,
  defaults: Required<Options>,
  options: Options | undefined,
): Required<Options> {
  checkNames(name, options, Object.keys(defaults));
  const filled = { ...defaults };
  for (const key in options)
    if (options[key] !== undefined) filled[key] = options[key] as Required<Options>[typeof key];
  checkKinds(name, filled, defaults);
  return filled;
}

/** Throws where options have another name than those known. */
export function checkNames(name: string, options: object | undefined, known: readonly string[]): void {
  checkOptions(TypeError, name, options, Object.fromEntries(known.map((key) => [key, 1])) as Known<object>);
}

/** Throws where an option is of another kind than its default: a number, true or false, or a list of as many numbers. */
export function checkKinds(name: string, options: object, defaults: object): void {
  for (const [key, usual] of Object.entries(defaults)) {
    const value = Reflect.get(options, key);
    if (typeof usual === 'number') checkNumber(name, key, value);
    if (typeof usual === 'boolean' && typeof value !== 'boolean') wrong(TypeError, name, key, 'true or false', value);
    if (Array.isArray(usual)) checkNumbers(name, key, value, usual.length);
  }
}

/** Throws where something is no number. */
export function checkNumber(name: string, what: string, value: unknown): void {
  if (typeof value !== 'number' || Number.isNaN(value)) wrong(TypeError, name, what, 'a number', value);
}

/** Throws where something is no list of so many numbers. */
export function checkNumbers(name: string, what: string, value: unknown, count: number): void {
  if (!Array.isArray(value) || value.length !== count) {
    wrong(TypeError, name, what, `an array of ${count} number${count === 1 ? '' : 's'}`, value);
  }
  for (const one of value) checkNumber(name, `each of ${what}`, one);
}

/** What stands in the place of a list of parameters, in a few words with a remedy where one is known. */
export function notParameters(value: unknown): string {
  if (typeof value === 'function') {
    return 'parameters' in value
      ? 'the module itself: pass model.parameters()'
      : `${describe(value)}: call it, as in model.parameters()`;
  }
  return describe(value);
}
