import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gallery } from './gallery/index.js';
import { confusionMatrixPlot, lossCurve, rocPlot, type Scene, scatter } from './index.js';
import { layOut } from './layout.js';
import type { Mark } from './scene.js';
import { textWidth } from './text.js';

interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The boxes of all upright or quarter-turned texts, a little smaller than their letters. */
function textBoxes(marks: readonly Mark[], dx = 0, dy = 0): TextBox[] {
  return marks.flatMap((mark): TextBox[] => {
    if (mark.type === 'group') return textBoxes(mark.marks, dx + (mark.x ?? 0), dy + (mark.y ?? 0));
    if (mark.type !== 'text' || (mark.rotate !== undefined && mark.rotate !== -90)) return [];
    const width = textWidth(mark.text, mark.size) - 1;
    const shift = mark.anchor === 'middle' ? width / 2 : mark.anchor === 'end' ? width : 0;
    const [x, y] = [mark.x + dx, mark.y + dy];
    const [up, down] = [mark.size * 0.7, 0];
    if (mark.rotate === -90) {
      return [{ text: mark.text, left: x - up, right: x + down, top: y - (width - shift), bottom: y + shift }];
    }
    return [{ text: mark.text, left: x - shift, right: x - shift + width, top: y - up, bottom: y + down }];
  });
}

function collisions(scene: Scene): string[] {
  const boxes = textBoxes(scene.marks);
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      return apart ? [] : [`'${a.text}' and '${b.text}'`];
    }),
  );
}

function outside(scene: Scene): string[] {
  return textBoxes(scene.marks)
    .filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > scene.width || bottom > scene.height)
    .map(({ text }) => text);
}

describe.each(Object.entries(gallery))('%s', (name, example) => {
  test('has no text on text and none cut off, at its own size', () => {
    expect(collisions(example())).toEqual([]);
    expect(outside(example())).toEqual([]);
  });

  test('nor at other sizes', () => {
    const part = name.endsWith('figure') ? 2 : 1;
    fc.assert(
      fc.property(fc.integer({ min: 260, max: 1100 }), fc.integer({ min: 200, max: 900 }), (width, height) => {
        const scene = example().resize(width * part, height * part);
        return collisions(scene).length === 0 && outside(scene).length === 0;
      }),
      { numRuns: name.endsWith('figure') ? 8 : 24, seed: 1 },
    );
  });
});

test('odd inputs have no text on text either', () => {
  const ten = Array.from({ length: 10 }, (_, i) => i);
  const scenes = [
    confusionMatrixPlot({ matrix: ten.map(() => ten), classNames: ten.map((i) => `a class called ${i}`) }),
    lossCurve({
      title: 'A title that is a good deal longer than the picture that it stands above is wide, twice and more',
      series: ten.map((i) => ({ name: `run ${i} with a long name`, values: [1, 0.5 + i / 10], validation: [1, 0.9] })),
    }),
    rocPlot({ curves: ten.slice(0, 6).map((i) => ({ name: `model ${i}`, fpr: [0, i / 10, 1], tpr: [0, 0.5, 1] })) }),
    scatter({
      points: [
        [1234567, 1e-7],
        [1234568, 2e-7],
      ],
      xLabel: 'income',
      yLabel: 'rate',
    }),
  ];
  for (const scene of scenes) {
    expect(collisions(scene)).toEqual([]);
    expect(outside(scene)).toEqual([]);
  }
});

test('a plot with equal units has them, in any picture', () => {
  const spec = {
    title: 't',
    x: { domain: [0, 3] },
    y: { domain: [0, 1] },
    equal: true,
    legend: [],
    legendAt: 'above',
  } as const;
  for (const [width, height] of [
    [600, 400],
    [300, 800],
    [900, 200],
  ] as const) {
    const { area } = layOut(spec, width, height);
    expect(area.width / area.height).toBeCloseTo(3, 1);
  }
});

test('a legend goes where no data is, and above the plot where data is everywhere', () => {
  const legend = [{ label: 'name', color: '#000000' }];
  const base = { title: 't', x: { domain: [0, 1] }, y: { domain: [0, 1] }, legend } as const;
  const at = (line: [number, number][]): string =>
    layOut(
      {
        ...base,
        legendAt: ['topRight', 'bottomLeft'],
        occupied: ({ px, py }) => [line.map(([x, y]) => [px(x), py(y)] as const)],
      },
      400,
      300,
    ).place;
  expect(
    at([
      [0, 0],
      [0.5, 0.5],
    ]),
  ).toBe('topRight');
  expect(
    at([
      [0.4, 0.9],
      [1, 0.9],
    ]),
  ).toBe('bottomLeft');
  expect(
    at([
      [0, 0],
      [1, 1],
    ]),
  ).toBe('above');
});
