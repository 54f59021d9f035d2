import { VizError } from './errors.js';

/** How a line is broken: by name as in Matplotlib, or lengths of dashes and gaps in pixels. */
export type LineDash = 'solid' | 'dashed' | 'dotted' | 'dashdot' | readonly number[];

const dashes = { solid: undefined, dashed: [6, 4], dotted: [1.5, 3.5], dashdot: [7, 3, 1.5, 3] } as const;

/** The lengths that a dash stands for; `undefined` for a full line. */
export function dashOf(where: string, dash: LineDash | undefined): readonly number[] | undefined {
  if (dash === undefined || Array.isArray(dash)) return dash;
  if (typeof dash === 'string' && Object.hasOwn(dashes, dash)) return dashes[dash as keyof typeof dashes];
  throw new VizError(
    `${where}: dash is ${JSON.stringify(dash)}, expected ${Object.keys(dashes).join(', ')} or lengths`,
  );
}

/** The characters of series in a plain-text picture. */
export const seriesChars = '*x@%&o+#';
