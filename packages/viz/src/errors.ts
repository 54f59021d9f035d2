/**
 * What a plot or a renderer throws when it was given something it cannot draw: the message names the plot, the option
 * and the offending value.
 *
 * @example
 * ```ts
 * import { rocPlot, VizError } from '@kindling/viz';
 *
 * try {
 *   rocPlot({ curves: [{ fpr: [0, 1], tpr: [0, 0.5, 1] }] });
 * } catch (error) {
 *   console.log(error instanceof VizError); // => true
 * }
 * ```
 */
export class VizError extends Error {
  override name = 'VizError';
}
