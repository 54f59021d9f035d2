import { type Known, needOptions, wrong } from '@internal/arguments';
import { VizError } from './errors.js';

/** What every plot can be told, for {@link checkPlot}. */
export const plotKeys = { title: 'string', width: 'number', height: 'number', theme: 1 } as const;

/** Throws unless a value is what a plot function returned. */
export function checkScene(where: string, scene: unknown): void {
  const { marks, panels, resize } = (scene ?? {}) as { marks?: unknown; panels?: unknown; resize?: unknown };
  if (Array.isArray(marks) && Array.isArray(panels) && typeof resize === 'function') return;
  wrong(VizError, where, 'the scene', 'what a plot function returned', scene);
}

/** Of what kind options must be that cannot be left out; what reads them says the rest. */
type Needed<Options> = { readonly [Name in keyof Options]?: 'an array' | 'an array of objects' | 'an object' };

/** Throws unless options are there, all of their names are known, and those that are needed are of their kind. */
export function checkPlot<Options extends object>(
  where: string,
  options: Options,
  known: Known<Options>,
  needed: Needed<Options> = {},
): void {
  needOptions(VizError, where, options, known);
  for (const [name, kind] of Object.entries(needed) as [keyof Options & string, string][]) {
    const value: unknown = options[name];
    const isList = isObject(value) && 'length' in value;
    if (kind === 'an object' ? !isObject(value) : !isList) wrong(VizError, where, name, kind, value);
    if (kind !== 'an array of objects') continue;
    Array.from(value as ArrayLike<unknown>).forEach((one, i) => {
      if (!isObject(one)) wrong(VizError, where, `${name}[${i}]`, 'an object', one);
    });
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
