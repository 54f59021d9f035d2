import { type Conv2dOptions, conv2d } from '../../ops/conv2d.js';
import { fold, unfold } from '../../ops/unfold.js';
import { type NumberOrPair, type WindowOptions, windowCounts, windowsOf } from '../../ops/windows.js';
import type { Shape } from '../../shape.js';
import { brief, type Call, everything, floats, numbers, type OpCase } from './case.js';

const words = (options: object): string => JSON.stringify(options).replaceAll('"', '').slice(1, -1);

/** Windows of one element, of all, that overlap, that leave gaps or edges out, and with more padding than is seen. */
const slides: readonly (readonly [size: Shape, kernel: NumberOrPair, options: WindowOptions])[] = [
  [[2, 3], 2, {}],
  [[5, 4], 1, {}],
  [[4, 4], 4, {}],
  [[5, 5], 3, { padding: 1 }],
  [[6, 7], [2, 3], { stride: 2, padding: [0, 1] }],
  [[7, 6], [3, 2], { stride: [2, 3], padding: [2, 0], dilation: [2, 1] }],
  [[5, 9], 2, { stride: 3, dilation: [1, 3] }],
  [[1, 8], [1, 3], { stride: [1, 2], padding: [0, 2] }],
];

const unfolding = ([size, kernel, options]: (typeof slides)[number], lead: Shape): Call => ({
  label: `${brief([...lead, ...size])} in ${kernel} ${words(options)}`,
  inputs: [{ shape: [...lead, ...size] }],
  run: ([x]) => unfold(x!, kernel, options),
});

const folding = ([size, kernel, options]: (typeof slides)[number], lead: Shape): Call => {
  const windows = windowsOf('', kernel, options);
  const [kh, kw] = windows.kernel;
  const [rows, columns] = windowCounts('', size, windows);
  return {
    label: `into ${brief([...lead, ...size])} from ${kernel} ${words(options)}`,
    inputs: [{ shape: [...lead.slice(0, -1), lead.at(-1)! * kh * kw, rows * columns] }],
    run: ([columns]) => fold(columns!, size as [number, number], kernel, options),
  };
};

const convolution = (image: Shape, weight: Shape, options: Conv2dOptions & { bias?: boolean } = {}): Call => {
  const { bias = true, ...rest } = options;
  return {
    label: `${brief(image)} with ${brief(weight)} ${words(options)}`,
    // Small weights, so that activations do not saturate, where their derivatives have few digits.
    inputs: [{ shape: image }, { shape: weight, range: [-0.2, 0.2] }, ...(bias ? [{ shape: [weight[0]!] }] : [])],
    run: ([x, w, b]) => conv2d(x!, w!, b ?? null, rest),
  };
};

/** Windows that slide over images. */
export const windows: readonly OpCase[] = [
  {
    op: 'unfold',
    kind: 'moves',
    dtypes: everything,
    gradient: true,
    calls: [
      ...slides.map((slide) => unfolding(slide, [2, 3])),
      ...slides.slice(0, 4).map((slide) => unfolding(slide, [1])),
      unfolding(slides[3]!, [0, 2]),
    ],
    large: [unfolding([[30, 31], 3, { padding: 1 }], [4, 5]), unfolding([[40, 41], [5, 4], { stride: 2 }], [2, 3])],
  },
  {
    op: 'fold',
    kind: 'sum',
    dtypes: numbers,
    gradient: true,
    calls: [
      ...slides.map((slide) => folding(slide, [2, 3])),
      ...slides.slice(0, 4).map((slide) => folding(slide, [1])),
      folding(slides[3]!, [0, 2]),
    ],
    large: [folding([[30, 31], 3, { padding: 1 }], [4, 5]), folding([[40, 41], [5, 4], { stride: 2 }], [2, 3])],
  },
  {
    op: 'conv2d',
    kind: 'sum',
    dtypes: floats,
    gradient: true,
    calls: [
      convolution([1, 1, 3, 3], [1, 1, 2, 2], { bias: false }),
      convolution([1, 3, 3], [2, 1, 2, 2]),
      convolution([2, 3, 5, 4], [4, 3, 1, 1]),
      convolution([2, 3, 6, 5], [5, 3, 3, 3], { padding: 1 }),
      convolution([1, 2, 7, 6], [3, 2, 3, 2], { stride: [2, 3], padding: [2, 0], dilation: [2, 1] }),
      convolution([2, 4, 5, 5], [6, 2, 3, 3], { groups: 2, stride: 2, padding: 1 }),
      convolution([2, 3, 4, 5], [3, 1, 2, 3], { groups: 3, bias: false }),
      convolution([1, 2, 5, 6], [2, 2, 2, 4], { padding: 'same', dilation: [1, 3] }),
      convolution([1, 1, 5, 4], [1, 1, 3, 3], { padding: 'same' }),
      convolution([2, 1, 4, 4], [2, 1, 4, 4], { padding: 'valid' }),
      convolution([0, 1, 4, 4], [2, 1, 3, 3]),
      convolution([1, 2, 2, 3], [2, 1, 2, 2], { groups: 2 }),
      convolution([1, 1, 2, 3], [2, 1, 2, 2], { stride: [1, 2], padding: 1, activation: 'tanh' }),
      convolution([2, 2, 4, 4], [3, 2, 3, 3], { padding: 1, activation: 'sigmoid' }),
      convolution([2, 2, 4, 4], [3, 2, 3, 3], { padding: 1, activation: 'tanh' }),
    ],
    large: [
      convolution([3, 1, 28, 28], [8, 1, 3, 3], { padding: 1, activation: 'relu' }),
      convolution([2, 8, 28, 28], [16, 8, 3, 3], { padding: 1, stride: 2 }),
      convolution([1, 12, 30, 33], [20, 12, 3, 3]),
      convolution([2, 20, 9, 70], [10, 10, 5, 3], { groups: 2, padding: [2, 1], stride: [3, 1] }),
    ],
  },
];
