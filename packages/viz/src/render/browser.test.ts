import { expect, test } from 'vitest';
import { gallery } from '../gallery/index.js';
import { lossCurve } from '../index.js';
import { type CanvasLike, drawCanvas } from './browser.js';

// A browser's contexts must fit without a cast; the compiler checks it.
const accepts = (context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D): CanvasLike => context;

/** A canvas that writes down what is called, and what is set before each fill, stroke or text. */
function recorder(): { context: CanvasLike; calls: string[] } {
  const calls: string[] = [];
  const state: Record<string, unknown> = {};
  const context = new Proxy(state, {
    get: (_, name: string) =>
      ['fillStyle', 'strokeStyle', 'lineWidth', 'globalAlpha', 'font'].includes(name)
        ? state[name]
        : (...args: unknown[]) => {
            const fills = name === 'fill' || name === 'fillText';
            const stroked = `${String(state.strokeStyle)} ${String(state.lineWidth)}`;
            const style = fills ? String(state.fillStyle) : name === 'stroke' ? stroked : '';
            calls.push(`${name}(${args.join(', ')})${style === '' ? '' : ` ${style}`}`);
          },
    set: (_, name: string, value: unknown) => {
      state[name] = value;
      return true;
    },
  });
  return { context: context as unknown as CanvasLike, calls };
}

test('a browser has what drawing needs', () => {
  expect(accepts).toBeTypeOf('function');
});

test.each(Object.entries(gallery))('%s leaves the canvas in the state it was in', (_, example) => {
  const { context, calls } = recorder();
  drawCanvas(example(), context);
  const depth = calls.reduce((now, call) => {
    const next = now + Number(call.startsWith('save')) - Number(call.startsWith('restore'));
    expect(next).toBeGreaterThanOrEqual(0);
    return next;
  }, 0);
  expect(depth).toBe(0);
});

test('the ground comes first, then the marks, all scaled', () => {
  const { context, calls } = recorder();
  drawCanvas(lossCurve({ series: [{ values: [2, 1] }], title: 'T', width: 300, height: 200 }), context, { scale: 2 });
  expect(calls.slice(0, 5)).toEqual([
    'save()',
    'scale(2, 2)',
    'beginPath()',
    'rect(0, 0, 300, 200)',
    'fill(nonzero) #ffffff',
  ]);
  expect(calls).toContain('fillText(T, 0, 0) #1f2328');
  expect(calls).toContain('stroke() #0072b2 2');
  expect(calls.some((call) => call.startsWith('clip('))).toBe(true);
});
