import { describe } from './describe.js';

/** A class of errors with a message; each package says its own. */
export type ErrorClass = new (message: string) => Error;

/**
 * Throws what every wrong argument is told: `unsqueeze: dim must be a whole number, not an object { dim }`.
 *
 * @param where - the function or class.
 * @param what - the argument.
 * @param wanted - what it takes.
 */
export function wrong(Class: ErrorClass, where: string, what: string, wanted: string, got: unknown): never {
  throw new Class(`${where}: ${what} must be ${wanted}, not ${describe(got)}`);
}
