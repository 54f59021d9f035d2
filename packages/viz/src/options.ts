import { checkOptions, type Known, wrong } from '@internal/arguments';
import { VizError } from './errors.js';

/** What every plot can be told, for {@link checkPlot}. */
export const plotKeys = { title: 1, width: 1, height: 1, theme: 1 } as const;

/** Throws unless options are there, and all of their names are known. */
export function checkPlot<Options extends object>(where: string, options: Options, known: Known<Options>): void {
  if (options === undefined) wrong(VizError, where, 'the options', 'an object', options);
  checkOptions(VizError, where, options, known);
}
