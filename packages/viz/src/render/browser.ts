import { checkOptions, wrong } from '@internal/arguments';
import { VizError } from '../errors.js';
import { symbolOutline } from '../marks/symbols.js';
import { checkScene } from '../options.js';
import type { Fill, HeatmapMark, Mark, Point, Scene, Stroke } from '../scene.js';
import { fontFamily } from '../text.js';

/** What drawing needs of a canvas: a browser's `CanvasRenderingContext2D` has it, and so has an off-screen one. */
export interface CanvasLike {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  lineCap: string;
  globalAlpha: number;
  imageSmoothingEnabled: boolean;
  font: string;
  textAlign: string;
  textBaseline: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  drawImage(image: unknown, x: number, y: number, width: number, height: number): void;
  closePath(): void;
  clip(): void;
  fill(rule: 'nonzero' | 'evenodd'): void;
  stroke(): void;
  setLineDash(lengths: number[]): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
}

/** Options of {@link drawCanvas}. */
export interface CanvasOptions {
  /** Pixels of the canvas for a pixel of the scene: give `devicePixelRatio` for a sharp picture; 1 when left out. */
  scale?: number | undefined;
}

/**
 * Draws a scene on a canvas, from its upper left corner. The canvas must be `scene.width * scale` wide and
 * `scene.height * scale` high to hold it all.
 *
 * @param scene what a plot function returned
 * @param context the canvas's 2D context; its state is left as it was
 * @example
 * ```ts
 * import { drawCanvas, lossCurve, type CanvasLike } from '@kindling/viz';
 *
 * function show(canvas: { width: number; height: number; getContext(kind: '2d'): CanvasLike }): void {
 *   const plot = lossCurve({ series: [{ values: [0.7, 0.5, 0.4] }], width: 320, height: 200 });
 *   canvas.width = plot.width * 2;
 *   canvas.height = plot.height * 2;
 *   drawCanvas(plot, canvas.getContext('2d'), { scale: 2 });
 * }
 * console.log(typeof show); // => function
 * ```
 */
export function drawCanvas(scene: Scene, context: CanvasLike, options: CanvasOptions = {}): void {
  checkScene('drawCanvas', scene);
  if (typeof context?.save !== 'function')
    wrong(VizError, 'drawCanvas', 'the context', "of canvas.getContext('2d')", context);
  checkOptions(VizError, 'drawCanvas', options, { scale: 'number' });
  const scale = options.scale ?? 1;
  if (!(scale > 0)) wrong(VizError, 'drawCanvas', 'scale', 'a number above 0', scale);
  context.save();
  context.scale(scale, scale);
  context.globalAlpha = 1;
  context.fillStyle = scene.theme.background;
  context.beginPath();
  context.rect(0, 0, scene.width, scene.height);
  context.fill('nonzero');
  for (const mark of scene.marks) draw(mark, context);
  context.restore();
}

function draw(mark: Mark, context: CanvasLike): void {
  // A surface has a thousand of these: to keep and bring back what they set would be much of its time.
  if (mark.type === 'polygon' && mark.dash === undefined) {
    trace(context, mark.rings, true);
    paint(context, mark);
    return;
  }
  context.save();
  switch (mark.type) {
    case 'group':
      context.translate(mark.x ?? 0, mark.y ?? 0);
      if (mark.clip !== undefined) {
        context.beginPath();
        context.rect(mark.clip.x, mark.clip.y, mark.clip.width, mark.clip.height);
        context.clip();
      }
      for (const child of mark.marks) draw(child, context);
      break;
    case 'polyline':
      trace(context, [mark.points], false);
      context.lineJoin = 'round';
      context.lineCap = 'round';
      strokeWith(context, mark, mark.opacity ?? 1);
      break;
    case 'polygon':
      trace(context, mark.rings, true);
      paint(context, mark);
      break;
    case 'rect':
      context.beginPath();
      if (mark.radius === undefined) context.rect(mark.x, mark.y, mark.width, mark.height);
      else context.roundRect(mark.x, mark.y, mark.width, mark.height, mark.radius);
      paint(context, mark);
      break;
    case 'heatmap':
      context.globalAlpha = mark.opacity ?? 1;
      drawCells(mark, context);
      break;
    case 'points': {
      const outline = mark.symbol === 'circle' ? [] : symbolOutline(mark.symbol, mark.r);
      for (const [x, y] of mark.points) {
        if (mark.symbol === 'circle') {
          context.beginPath();
          context.arc(x, y, mark.r, 0, 2 * Math.PI);
        } else trace(context, [outline.map(([dx, dy]): Point => [x + dx, y + dy])], true);
        paint(context, mark);
      }
      break;
    }
    case 'text':
      context.translate(mark.x, mark.y);
      if (mark.rotate !== undefined) context.rotate((mark.rotate * Math.PI) / 180);
      context.globalAlpha = mark.opacity ?? 1;
      context.font = `${mark.size}px ${fontFamily}`;
      context.textAlign = mark.anchor === 'middle' ? 'center' : (mark.anchor ?? 'start');
      context.textBaseline = 'alphabetic';
      if (mark.halo !== undefined) {
        context.strokeStyle = mark.halo;
        context.lineWidth = 3;
        context.lineJoin = 'round';
        context.strokeText(mark.text, 0, 0);
      }
      context.fillStyle = mark.fill;
      context.fillText(mark.text, 0, 0);
      break;
  }
  context.restore();
}

/** The cells as one image where there is an off-screen canvas, else one by one. */
function drawCells({ x, y, width, height, columns, rows, colors, smooth }: HeatmapMark, context: CanvasLike): void {
  if (typeof OffscreenCanvas !== 'undefined') {
    const image = new OffscreenCanvas(columns, rows);
    const pixels = new ImageData(columns, rows);
    for (let i = 0; i < columns * rows; i++) {
      for (let channel = 0; channel < 3; channel++) pixels.data[4 * i + channel] = colors[3 * i + channel]!;
      pixels.data[4 * i + 3] = 255;
    }
    image.getContext('2d')!.putImageData(pixels, 0, 0);
    context.imageSmoothingEnabled = smooth === true;
    context.drawImage(image, x, y, width, height);
    return;
  }
  const [wide, high] = [width / columns, height / rows];
  for (let i = 0; i < columns * rows; i++) {
    context.fillStyle = `rgb(${colors[3 * i]}, ${colors[3 * i + 1]}, ${colors[3 * i + 2]})`;
    context.fillRect(x + (i % columns) * wide, y + Math.floor(i / columns) * high, wide, high);
  }
}

function trace(context: CanvasLike, lines: readonly (readonly Point[])[], closed: boolean): void {
  context.beginPath();
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      const point = line[i]!;
      if (i === 0) context.moveTo(point[0], point[1]);
      else context.lineTo(point[0], point[1]);
    }
    if (closed) context.closePath();
  }
}

function paint(context: CanvasLike, mark: Fill & Stroke & { readonly opacity?: number | undefined }): void {
  const opacity = mark.opacity ?? 1;
  if (mark.fill !== undefined) {
    context.globalAlpha = opacity * (mark.fillOpacity ?? 1);
    context.fillStyle = mark.fill;
    context.fill('evenodd');
  }
  strokeWith(context, mark, opacity);
}

function strokeWith(context: CanvasLike, mark: Stroke, opacity: number): void {
  if (mark.stroke === undefined) return;
  context.globalAlpha = opacity;
  context.strokeStyle = mark.stroke;
  context.lineWidth = mark.strokeWidth ?? 1;
  if (mark.dash !== undefined) context.setLineDash([...mark.dash]);
  context.stroke();
}
