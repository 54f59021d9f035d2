import { checkOptions, type Known, wrong } from '@internal/arguments';
import { VizError } from './errors.js';

/** What every plot can be told, for {@link checkPlot}. */
export const plotKeys = { title: 1, width: 1, height: 1, theme: 1 } as const;

/** Throws unless a value is what a plot function returned. */
export function checkScene(where: string, scene: unknown): void {
  const { marks, panels, resize } = (scene ?? {}) as { marks?: unknown; panels?: unknown; resize?: unknown };
  if (Array.isArray(marks) && Array.isArray(panels) && typeof resize === 'function') return;
  wrong(VizError, where, 'the scene', 'what a plot function returned', scene);
}

/** Throws unless options are there, and all of their names are known. */
export function checkPlot<Options extends object>(where: string, options: Options, known: Known<Options>): void {
  if (options === undefined) wrong(VizError, where, 'the options', 'an object', options);
  checkOptions(VizError, where, options, known);
}
