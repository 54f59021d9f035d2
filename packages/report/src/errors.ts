/**
 * A report that cannot be made of what was given.
 *
 * @example
 * ```ts
 * import { auditTable, ReportError } from '@kindling/report';
 *
 * try {
 *   auditTable([1, 2] as never, { target: 'left' });
 * } catch (error) {
 *   console.log(error instanceof ReportError); // => true
 * }
 * ```
 */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}
