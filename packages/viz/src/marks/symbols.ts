import {
  type SymbolType,
  symbolCircle,
  symbolCross,
  symbolDiamond2,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import { PathRecorder } from '../path-recorder.js';
import type { Point, SymbolName } from '../scene.js';

const types: Readonly<Record<SymbolName, SymbolType>> = {
  circle: symbolCircle,
  diamond: symbolDiamond2,
  triangle: symbolTriangle,
  square: symbolSquare,
  cross: symbolCross,
  star: symbolStar,
};

/** The shapes of classes, in order of their labels: colour is never the only difference. */
export const classSymbols: readonly SymbolName[] = ['circle', 'diamond', 'triangle', 'square', 'cross', 'star'];

/** The characters of classes in a plain-text picture, in order of their labels. */
export const classChars: readonly string[] = ['o', 'x', '*', '+', '#', '@'];

/** The outline of a symbol around (0, 0), of the area of a circle of radius `r`. */
export function symbolOutline(name: SymbolName, r: number): Point[] {
  const recorder = new PathRecorder();
  // d3-shape types its context as a browser's canvas; a symbol needs no more of it than the recorder has.
  types[name].draw(recorder as unknown as CanvasRenderingContext2D, Math.PI * r * r);
  return recorder.rings.flat();
}
