import { expect, test } from 'vitest';
import { lossCurve, rocPlot } from '../index.js';
import type { Mark, Scene } from '../scene.js';
import { lightTheme } from '../theme.js';
import { toSvg } from './svg.js';

function scene(...marks: Mark[]): Scene {
  return {
    width: 100,
    height: 50,
    title: 'A & B',
    theme: lightTheme,
    marks,
    panels: [],
    resize: () => scene(...marks),
  };
}

test('every mark has its element', () => {
  expect(
    toSvg(
      scene(
        {
          type: 'polyline',
          points: [
            [0, 0],
            [1.23456, 2],
          ],
          stroke: '#ff0000',
          strokeWidth: 2,
          dash: [4, 2],
        },
        {
          type: 'polygon',
          rings: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
            ],
          ],
          fill: '#00ff00',
          fillOpacity: 0.5,
        },
        { type: 'points', points: [[5, 5]], symbol: 'circle', r: 3, fill: '#0000ff' },
        { type: 'points', points: [[5, 5]], symbol: 'square', r: 1, stroke: '#0000ff' },
        { type: 'points', points: [], symbol: 'square', r: 1 },
        { type: 'rect', x: -0.001, y: 1, width: 2, height: 3, radius: 4, fill: '#123456', opacity: 0.5 },
        { type: 'text', x: 1, y: 2, text: 'a < b & "c"', size: 12, fill: '#000000', anchor: 'middle', rotate: -90 },
        { type: 'text', x: 1, y: 2, text: 'halo', size: 12, fill: '#000000', halo: '#ffffff' },
        { type: 'group', x: 3, clip: { x: 0, y: 0, width: 9, height: 9 }, marks: [] },
      ),
    ),
  ).toMatchInlineSnapshot(`
    "<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" role="img" font-family="'DejaVu Sans', Verdana, Geneva, sans-serif">
    <title>A &amp; B</title>
    <defs><clipPath id="k1cswzo6-0"><rect x="0" y="0" width="9" height="9"/></clipPath></defs>
    <rect width="100" height="50" fill="#ffffff"/>
    <path d="M0 0L1.23 2" fill="none" stroke="#ff0000" stroke-width="2" stroke-dasharray="4 2" stroke-linejoin="round" stroke-linecap="round"/>
    <path d="M0 0L1 0L1 1Z" fill-rule="evenodd" fill="#00ff00" fill-opacity="0.5"/>
    <g fill="#0000ff"><circle cx="5" cy="5" r="3"/></g>
    <g fill="none" stroke="#0000ff"><path d="M4.11 4.11L5.89 4.11L5.89 5.89L4.11 5.89Z"/></g>
    <rect x="0" y="1" width="2" height="3" rx="4" fill="#123456" opacity="0.5"/>
    <text x="1" y="2" font-size="12" fill="#000000" text-anchor="middle" transform="rotate(-90 1 2)">a &lt; b &amp; &quot;c&quot;</text>
    <text x="1" y="2" font-size="12" fill="#000000" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">halo</text>
    <g transform="translate(3 0)" clip-path="url(#k1cswzo6-0)">
    </g>
    </svg>
    "
  `);
});

test('control characters, which XML forbids, are left out', () => {
  const svg = toSvg(scene({ type: 'text', x: 0, y: 0, text: 'a\u0000b\u001bc', size: 9, fill: '#000000' }));
  expect(svg).toContain('>abc</text>');
});

test('two pictures in one page do not share clip paths', () => {
  const id = (svg: string): string => /clipPath id="([^"]+)"/.exec(svg)![1]!;
  const one = toSvg(lossCurve({ series: [{ values: [1, 2] }] }));
  const other = toSvg(lossCurve({ series: [{ values: [2, 1] }] }));
  expect(id(one)).not.toBe(id(other));
  expect(one).toContain(`url(#${id(one)})`);
});

test('the same input gives the same text', () => {
  const draw = (): string => toSvg(rocPlot({ curves: [{ fpr: [0, 0.3, 1], tpr: [0, 0.7, 1] }] }));
  expect(draw()).toBe(draw());
});

test('neither colours of a theme nor odd characters break the document', () => {
  const theme = { ...lightTheme, background: '"/><script>' };
  const odd = 'a\ufffeb\uffffc\ud800d\udc00e\u{1f600}';
  const text = { type: 'text', x: 0, y: 0, text: odd, size: 9, fill: '"<&' } as const;
  const svg = toSvg({ ...scene(text), theme });
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('fill="&quot;&lt;&amp;"');
  expect(svg).toContain('>abcde\u{1f600}</text>');
});
