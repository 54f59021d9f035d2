import { describe, wrong } from '@internal/arguments';

/** What a field of a state dict is: a whole number from 0, a number or `null`, a rate for each group, or anything. */
export type StateFields = Readonly<Record<string, 'count' | 'number' | 'number?' | 'rates' | 'any'>>;

/** Throws unless a state dict is of the schedule of that name and has what its fields say, and nothing else. */
export function checkFields(name: string, state: object, fields: StateFields, groups: number): void {
  const where = `${name}.loadStateDict`;
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    wrong(TypeError, where, 'the state dict', 'an object', state);
  }
  const { schedule } = state as { schedule?: unknown };
  if (schedule !== name) {
    const what = schedule === undefined ? 'does not say of which schedule it is' : `is of ${describe(schedule)}`;
    throw new RangeError(`${where}: the state dict ${what}`);
  }
  for (const key of Object.keys(state)) {
    if (key !== 'schedule' && !Object.hasOwn(fields, key)) {
      throw new RangeError(`${where}: the state dict has ${describe(key)}, which ${name} does not know`);
    }
  }
  for (const [key, kind] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(state, key) ? Reflect.get(state, key) : undefined;
    if (kind === 'count' && !(Number.isInteger(value) && (value as number) >= 0)) {
      wrong(RangeError, where, key, 'a whole number from 0', value);
    }
    if (kind === 'number' && !isNumber(value)) wrong(TypeError, where, key, 'a number', value);
    if (kind === 'number?' && value !== null && !isNumber(value))
      wrong(TypeError, where, key, 'a number or null', value);
    if (kind === 'rates') checkRates(where, key, value, groups);
  }
}

function checkRates(where: string, key: string, value: unknown, groups: number): void {
  if (!Array.isArray(value) || value.length !== groups) {
    wrong(RangeError, where, key, `an array of ${groups}, one for each parameter group`, value);
  }
  const odd: unknown = value.find((rate) => !isNumber(rate));
  if (odd !== undefined || value.includes(undefined)) wrong(TypeError, where, `each of ${key}`, 'a number', odd);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
