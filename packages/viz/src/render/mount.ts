import { checkOptions, type Known } from '@internal/arguments';
import { checkSize } from '../chart.js';
import { VizError } from '../errors.js';
import { type Hit, hitTest } from '../hit-test.js';
import { checkScene } from '../options.js';
import type { Panel, Scene } from '../scene.js';
import { fontFamily } from '../text.js';
import { drawCanvas } from './browser.js';

/** Options of {@link mountPlot}. */
export interface MountOptions {
  /**
   * What is written beside the pointer: `true`, the default, for a name and numbers, `false` for nothing, or a function of
   * what lies there.
   */
  hover?: boolean | ((hit: Hit) => string | undefined) | undefined;
  /** Lay the plot out for the element's width, now and whenever it changes; its own size when left out. */
  fit?: boolean | undefined;
  /** Told what lies under the pointer, and `undefined` when it leaves. */
  onHit?: ((hit: Hit | undefined) => void) | undefined;
  /**
   * Told where in the data the pressed pointer is, held to the plot that it was pressed in: so that something is dragged, such as
   * a threshold along a curve. A picture in space is turned instead.
   */
  onDrag?: ((place: { readonly x: number; readonly y: number }) => void) | undefined;
}

const known: Known<MountOptions> = {
  hover: ['true, false or a function', (value) => /^(boolean|function)$/.test(typeof value)],
  fit: 'boolean',
  onHit: 'function',
  onDrag: 'function',
};

/** A plot in a page. */
export interface MountedPlot {
  /** What is shown, at its present size and turn. */
  readonly scene: Scene;
  readonly canvas: HTMLCanvasElement;
  /** Shows another scene, such as the next epoch's, before the next picture of the page; a turn by dragging is kept. */
  update(scene: Scene): void;
  /** Takes the plot out of the page. */
  dispose(): void;
}

/** Degrees for a pixel of dragging. */
const speed = 0.5;

/**
 * Shows a scene in an element of a page, on a canvas as sharp as the screen: with what lies under the pointer beside it, and
 * pictures in space turned by dragging or by the arrow keys.
 *
 * @param element what the canvas is put into
 * @throws VizError where there is no element, or no canvas can be drawn on
 * @example
 * ```ts
 * import { lossCurve } from '@kindling/viz';
 * import { mountPlot } from '@kindling/viz/browser';
 *
 * function live(element: HTMLElement, losses: number[]): void {
 *   const plot = mountPlot(element, lossCurve({ series: [{ values: losses }] }), { fit: true });
 *   // After each epoch:
 *   losses.push(0.4);
 *   plot.update(lossCurve({ series: [{ values: losses }] }));
 * }
 * console.log(typeof live); // => function
 * ```
 */
export function mountPlot(element: HTMLElement, scene: Scene, options: MountOptions = {}): MountedPlot {
  const where = 'mountPlot';
  if (typeof element?.append !== 'function')
    throw new VizError(`${where}: element is ${String(element)}, not an element`);
  checkScene(where, scene);
  checkOptions(VizError, where, options, known);
  const page = element.ownerDocument;
  const canvas = page.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new VizError(`${where}: the canvas has no 2d context`);
  const tip = page.createElement('div');
  const frame = page.createElement('div');
  frame.style.cssText = 'position:relative;display:inline-block;max-width:100%';
  canvas.style.cssText = 'display:block';
  canvas.setAttribute('role', 'img');
  frame.append(canvas, tip);
  element.append(frame);

  let given = scene;
  let [azimuth, elevation] = [0, 0];
  let shown = scene;
  let waiting = 0;
  let drag: { x: number; y: number } | undefined;
  let held: Panel | undefined;

  const layOut = (): Scene => {
    const width = element.clientWidth;
    const fitted =
      options.fit === true && width >= 16 && width !== given.width
        ? given.resize(checkSize(where, 'width', Math.min(20_000, width)), given.height)
        : given;
    return (azimuth === 0 && elevation === 0 ? undefined : fitted.turn?.(azimuth, elevation)) ?? fitted;
  };
  const draw = (): void => {
    waiting = 0;
    shown = layOut();
    const scale = globalThis.devicePixelRatio ?? 1;
    const [width, height] = [Math.round(shown.width * scale), Math.round(shown.height * scale)];
    // Setting a size clears the canvas and takes longer than drawing.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    canvas.style.width = `${shown.width}px`;
    canvas.style.height = `${shown.height}px`;
    canvas.style.touchAction = shown.turn === undefined && options.onDrag === undefined ? '' : 'none';
    canvas.style.cursor = shown.turn !== undefined ? 'grab' : options.onDrag !== undefined ? 'pointer' : '';
    canvas.tabIndex = shown.turn === undefined ? -1 : 0;
    canvas.setAttribute('aria-label', shown.title);
    drawCanvas(shown, context, { scale });
  };
  // However often something changes, the page is drawn once a picture.
  const redraw = (): void => {
    if (waiting === 0) waiting = requestAnimationFrame(draw);
  };
  const turn = (dx: number, dy: number): void => {
    azimuth -= dx * speed;
    elevation += dy * speed;
    redraw();
  };
  const say = (hit: Hit | undefined, x: number, y: number): void => {
    const text = hit === undefined || options.hover === false ? undefined : wordsFor(hit, options.hover);
    tip.textContent = text ?? '';
    tip.style.cssText = text === undefined ? 'display:none' : tipStyle(shown, x, y);
  };
  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.getBoundingClientRect();
    // A page may show the canvas smaller or larger than it is.
    return {
      x: ((event.clientX - box.left) * shown.width) / box.width,
      y: ((event.clientY - box.top) * shown.height) / box.height,
    };
  };
  const tellDrag = ({ x: left, y: top, width, height, scales }: Panel, x: number, y: number): void => {
    const across = Math.max(left, Math.min(left + width, x));
    const down = Math.max(top, Math.min(top + height, y));
    options.onDrag?.({ x: scales.x.toValue(across), y: scales.y.toValue(down) });
  };
  const move = (event: PointerEvent): void => {
    if (drag !== undefined) {
      turn(event.clientX - drag.x, event.clientY - drag.y);
      drag = { x: event.clientX, y: event.clientY };
      return;
    }
    const { x, y } = placeOf(event);
    if (held !== undefined) tellDrag(held, x, y);
    const hit = hitTest(shown, x, y);
    say(hit, x, y);
    options.onHit?.(hit);
  };
  const listeners = {
    pointermove: move,
    pointerdown: (event: PointerEvent): void => {
      if (shown.turn === undefined) {
        if (options.onDrag === undefined) return;
        const { x, y } = placeOf(event);
        held = shown.panels.find(
          (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
        );
        if (held === undefined) return;
        canvas.setPointerCapture(event.pointerId);
        tellDrag(held, x, y);
        return;
      }
      drag = { x: event.clientX, y: event.clientY };
      say(undefined, 0, 0);
      canvas.setPointerCapture(event.pointerId);
    },
    pointerup: (): void => {
      drag = undefined;
      held = undefined;
    },
    pointercancel: (): void => {
      drag = undefined;
      held = undefined;
    },
    pointerleave: (): void => {
      say(undefined, 0, 0);
      options.onHit?.(undefined);
    },
    keydown: (event: KeyboardEvent): void => {
      const step = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] }[event.key];
      if (step === undefined || shown.turn === undefined) return;
      event.preventDefault();
      turn(step[0]!, step[1]!);
    },
  };
  for (const [name, listener] of Object.entries(listeners)) canvas.addEventListener(name, listener as EventListener);
  const watcher = options.fit === true ? new ResizeObserver(redraw) : undefined;
  watcher?.observe(element);
  say(undefined, 0, 0);
  draw();

  return {
    get scene() {
      return shown;
    },
    canvas,
    update(next) {
      checkScene(where, next);
      given = next;
      redraw();
    },
    dispose() {
      cancelAnimationFrame(waiting);
      watcher?.disconnect();
      frame.remove();
    },
  };
}

function wordsFor(hit: Hit, hover: MountOptions['hover']): string | undefined {
  if (typeof hover === 'function') return hover(hit);
  const number = (value: number): string => String(Number(value.toPrecision(4)));
  const { panel, x, y, value } = hit;
  const parts = hit.name === undefined || hit.name === '' ? [] : [hit.name];
  if (value !== undefined) parts.push(number(value));
  else if (panel !== undefined && x !== undefined && y !== undefined) {
    parts.push(`${panel.scales.x.label ?? 'x'} ${number(x)}`, `${panel.scales.y.label ?? 'y'} ${number(y)}`);
  }
  return parts.join(', ');
}

/** Beside the pointer, on the side that has more room. */
function tipStyle({ width, height, theme }: Scene, x: number, y: number): string {
  const across = x > width / 2 ? `right:${width - x + 12}px` : `left:${x + 12}px`;
  const down = y > height / 2 ? `bottom:${height - y + 8}px` : `top:${y + 8}px`;
  return (
    `position:absolute;${across};${down};pointer-events:none;white-space:nowrap;padding:3px 7px;border-radius:4px;` +
    `font:12px ${fontFamily};color:${theme.ink};background:${theme.background};border:1px solid ${theme.axis}`
  );
}
