import type { Box } from './placement.js';
import type { Theme } from './theme.js';

/** A place in a scene: pixels from the left and from the top. */
export type Point = readonly [x: number, y: number];

/** How an outline or a line is drawn. */
export interface Stroke {
  /** A colour as `#rrggbb`. */
  readonly stroke?: string | undefined;
  /** Width in pixels; 1 when left out. */
  readonly strokeWidth?: number | undefined;
  /** Lengths of dashes and gaps in pixels; a full line when left out. */
  readonly dash?: readonly number[] | undefined;
}

/** How an area is filled. */
export interface Fill {
  /** A colour as `#rrggbb`. */
  readonly fill?: string | undefined;
  /** From 0, unseen, to 1, the default. */
  readonly fillOpacity?: number | undefined;
}

/** What every mark can carry. */
interface Common {
  /** What of the plot the mark shows, such as `class-1` or `cell-0-2`: what `hitTest` finds. Marks without one are not found. */
  readonly id?: string | undefined;
  /** What people call it, for a text beside the pointer. */
  readonly name?: string | undefined;
  /** From 0, unseen, to 1, the default. */
  readonly opacity?: number | undefined;
  /** The character that stands for the mark in a plain-text picture. */
  readonly char?: string | undefined;
}

/** A line through points. */
export interface PolylineMark extends Common, Stroke {
  readonly type: 'polyline';
  readonly points: readonly Point[];
}

/** An area between closed rings; a point is inside where an odd number of rings surround it. */
export interface PolygonMark extends Common, Stroke, Fill {
  readonly type: 'polygon';
  readonly rings: readonly (readonly Point[])[];
}

/** The shape of a point. */
export type SymbolName = 'circle' | 'diamond' | 'triangle' | 'square' | 'cross' | 'star';

/** Many points that look alike. */
export interface PointsMark extends Common, Stroke, Fill {
  readonly type: 'points';
  readonly points: readonly Point[];
  readonly symbol: SymbolName;
  /** Radius in pixels of the circle of the same area. */
  readonly r: number;
  /** Which sample each point is; their places in `points` when left out. */
  readonly samples?: readonly number[] | undefined;
}

/** Cells of equal size, each of one colour: a picture of numbers, or an image. */
export interface HeatmapMark extends Common {
  readonly type: 'heatmap';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Red, green and blue from 0 to 255 of each cell, row by row from the top. */
  readonly colors: Uint8Array | Uint8ClampedArray;
  /** The number behind each cell, row by row from the top. */
  readonly values?: ArrayLike<number> | undefined;
  /** Let neighbouring colours run into each other where cells are larger than pixels. */
  readonly smooth?: boolean | undefined;
}

/** An upright rectangle. */
export interface RectMark extends Common, Stroke, Fill {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Radius of the corners in pixels; 0 when left out. */
  readonly radius?: number | undefined;
}

/** A line of text; `y` is its baseline. */
export interface TextMark extends Common {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Height of the letters' em square in pixels. */
  readonly size: number;
  readonly fill: string;
  /** Which part of the text stands at `x`; its start when left out. */
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** Degrees clockwise around (x, y). */
  readonly rotate?: number | undefined;
  /** A colour drawn around the letters, so that they can be read over anything. */
  readonly halo?: string | undefined;
}

/** Marks moved together, and cut off at a rectangle where `clip` is given (in the group's own coordinates). */
export interface GroupMark {
  readonly type: 'group';
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly clip?:
    | { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    | undefined;
  readonly marks: readonly Mark[];
}

/** Anything a renderer draws. */
export type Mark = PolylineMark | PolygonMark | PointsMark | RectMark | HeatmapMark | TextMark | GroupMark;

/** One axis of a {@link Panel}: from values to pixels and back. */
export interface PanelScale {
  readonly label: string | undefined;
  readonly kind: 'linear' | 'log';
  /** The values at the left and right, or bottom and top. */
  readonly domain: readonly [number, number];
  toPixel(value: number): number;
  toValue(pixel: number): number;
}

/** Where data is drawn in a scene, and what its pixels stand for. */
export interface Panel extends Box {
  readonly title: string;
  readonly scales: { readonly x: PanelScale; readonly y: PanelScale };
}

/** Pixels from each edge of a picture to the room that is left for data. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A picture before it is drawn: a list of marks that `toSvg`, `toPng`, `toTerminal` and `drawCanvas` all draw alike.
 *
 * @example
 * ```ts
 * import { rocPlot, toSvg } from '@kindling/viz';
 *
 * const scene = rocPlot({ curves: [{ fpr: [0, 0, 1], tpr: [0, 1, 1] }] });
 * console.log(toSvg(scene.resize(300, 300)).includes('width="300"')); // => true
 * ```
 */
export interface Scene {
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** What the picture shows, for those who cannot see it. */
  readonly title: string;
  readonly theme: Theme;
  /** Drawn in order, over `theme.background`. */
  readonly marks: readonly Mark[];
  /** The places of its data, with their scales: one for each plot with axes. */
  readonly panels: readonly Panel[];
  /** What title, labels and legend take of a single plot: `figure` lines neighbours up by it. */
  readonly insets?: Insets | undefined;
  /**
   * The same picture laid out anew: text keeps its size, what is between gets more or less room. With insets, at least so
   * much is kept free around the data.
   */
  readonly resize: (width: number, height: number, insets?: Insets) => Scene;
  /** Of a picture in space: the same seen from some degrees farther round and higher. */
  readonly turn?: ((azimuth: number, elevation: number) => Scene) | undefined;
}
