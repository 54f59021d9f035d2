import { listed } from './choice.js';
import type { Kind } from './options.js';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): boolean => typeof value === 'number' && !Number.isNaN(value);
const isList = (value: unknown): value is unknown[] => Array.isArray(value) || ArrayBuffer.isView(value);
const has = (value: unknown, method: string): boolean =>
  isObject(value) && typeof (value as Record<string, unknown>)[method] === 'function';

const isPlain = (value: unknown): boolean => isObject(value) && !isList(value);

/** Any array, typed or not. */
export const anArray: Kind = ['an array', isList];

/** One value a sample. */
export const aColumn: Kind = [
  'an array or a tensor',
  (value) =>
    isList(value) ||
    has(value, 'dataSync') ||
    (isObject(value) && Number.isInteger((value as { length?: number }).length)),
];

/** One of some words. */
export const oneOf = (...words: readonly string[]): Kind => [listed(words), (value) => words.includes(value as string)];

export const strings: Kind = [
  'an array of strings',
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
];

export const numbers: Kind = [
  'a number or an array of numbers',
  (value) => isNumber(value) || (isList(value) && value.every((one) => typeof one !== 'string' && !isPlain(one))),
];

export const twoNumbers: Kind = [
  'an array of two numbers',
  (value) => isList(value) && value.length === 2 && value.every(isNumber),
];

/** Names and what belongs to each. */
export const aRecord: Kind = [
  'an object',
  (value) => isObject(value) && Object.prototype.toString.call(value) === '[object Object]' && !('dataSync' in value),
];

/** What a stream of random numbers begins with. */
export const aSeed: Kind = ['a number or a string', (value) => typeof value === 'string' || isNumber(value)];

/** A class of a classification. */
export const aLabel: Kind = [
  'a number, a string, true or false',
  (value) => typeof value === 'string' || typeof value === 'boolean' || isNumber(value),
];

export const aSignal: Kind = ['an AbortSignal', (value) => has(value, 'throwIfAborted')];

export const aGenerator: Kind = [
  'a generator of random numbers, such as defaultGenerator()',
  (value) => has(value, 'random'),
];
