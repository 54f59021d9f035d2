import { afterEach, expect, test } from 'vitest';
import { gridOver, lossCurve, scatter, surface } from '../index.js';
import { type MountedPlot, mountPlot } from './mount.js';

const element = document.createElement('div');
document.body.append(element);
let plot: MountedPlot | undefined;
afterEach(() => plot?.dispose());

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Sends the pointer to a place of the scene. */
function point(kind: string, x: number, y: number): void {
  const box = plot!.canvas.getBoundingClientRect();
  const at = { clientX: box.left + x, clientY: box.top + y, pointerId: 1, bubbles: true };
  plot!.canvas.dispatchEvent(new PointerEvent(kind, at));
}

test('a plot is as sharp as the screen, and says what it shows', () => {
  plot = mountPlot(element, lossCurve({ series: [{ values: [3, 2, 1] }], title: 'Training', width: 400, height: 300 }));
  expect(plot.canvas.width).toBe(Math.round(400 * devicePixelRatio));
  expect(plot.canvas.style.width).toBe('400px');
  expect(plot.canvas.getAttribute('aria-label')).toBe('Training');
});

test('the pointer is told what lies under it', () => {
  const hits: unknown[] = [];
  const scene = scatter({
    points: [
      [0, 0],
      [4, 2],
    ],
    labels: [0, 1],
    classNames: ['rock', 'mine'],
    xLabel: 'a',
    yLabel: 'b',
  });
  plot = mountPlot(element, scene, { onHit: (hit) => hits.push(hit?.index) });
  const { x, y } = scene.panels[0]!.scales;
  point('pointermove', x.toPixel(4), y.toPixel(2));
  expect(element.textContent).toBe('mine, a 4, b 2');
  point('pointerleave', 0, 0);
  expect(element.textContent).toBe('');
  expect(hits).toEqual([1, undefined]);
});

test('something is dragged within the plot in which the pointer was pressed', () => {
  const scene = scatter({
    points: [
      [0, 0],
      [4, 2],
    ],
    labels: [0, 1],
  });
  const places: number[][] = [];
  plot = mountPlot(element, scene, { onDrag: ({ x, y }) => places.push([Math.round(x), Math.round(y)]) });
  // A pointer that was made up cannot be captured.
  plot.canvas.setPointerCapture = () => {};
  const { x, y } = scene.panels[0]!.scales;
  point('pointermove', x.toPixel(1), y.toPixel(1));
  point('pointerdown', 0, 0);
  point('pointermove', x.toPixel(1), y.toPixel(1));
  expect(places).toEqual([]);
  point('pointerdown', x.toPixel(1), y.toPixel(1));
  point('pointermove', x.toPixel(4), y.toPixel(2));
  point('pointermove', x.toPixel(4), -1000);
  point('pointerup', 0, 0);
  point('pointermove', x.toPixel(0), y.toPixel(0));
  expect(places).toEqual([
    [1, 1],
    [4, 2],
    [4, Math.round(scene.panels[0]!.scales.y.domain[1])],
  ]);
});

test('many updates are one picture', async () => {
  plot = mountPlot(element, lossCurve({ series: [{ values: [1] }], title: 'first' }));
  plot.update(lossCurve({ series: [{ values: [1] }], title: 'second' }));
  plot.update(lossCurve({ series: [{ values: [1] }], title: 'third' }));
  expect(plot.scene.title).toBe('first');
  await frame();
  expect(plot.scene.title).toBe('third');
});

test('a surface turns by dragging and by keys, and keeps its turn', async () => {
  const corners = [
    [0, 0],
    [1, 1],
  ];
  const grid = gridOver(corners, { columns: 30, rows: 30 });
  const logits = grid.y.flatMap((b) => grid.x.map((a) => a - b));
  const scene = surface({ grid, logits });
  plot = mountPlot(element, scene);
  const before = JSON.stringify(plot.scene.marks);
  point('pointermove', 10, 10);
  plot.canvas.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
  await frame();
  const turned = JSON.stringify(plot.scene.marks);
  expect(turned).not.toBe(before);
  expect(turned).toBe(JSON.stringify(scene.turn!(5, 0).marks));
  plot.update(surface({ grid, logits }));
  await frame();
  expect(JSON.stringify(plot.scene.marks)).toBe(turned);
});

test('a scene that fits is not laid out once more', () => {
  element.style.width = '500px';
  const scene = lossCurve({ series: [{ values: [3, 2, 1] }], width: 500 });
  plot = mountPlot(element, scene, { fit: true });
  expect(plot.scene).toBe(scene);
});

test('a plot that fits follows its element', async () => {
  element.style.width = '500px';
  plot = mountPlot(element, lossCurve({ series: [{ values: [3, 2, 1] }] }), { fit: true });
  expect(plot.scene.width).toBe(500);
  element.style.width = '350px';
  await frame();
  await frame();
  await frame();
  expect(plot.scene.width).toBe(350);
});

test('what is no element is an error', () => {
  expect(() => mountPlot(null as unknown as HTMLElement, lossCurve({ series: [] }))).toThrow(
    'mountPlot: element is null',
  );
});
