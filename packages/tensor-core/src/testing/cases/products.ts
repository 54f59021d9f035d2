import { dot, matmul, outer } from '../../ops/matmul.js';
import type { Shape } from '../../shape.js';
import { brief, type Call, floats, numbers, type OpCase } from './case.js';

const factors: readonly (readonly [Shape, Shape])[] = [
  [
    [1, 1],
    [1, 1],
  ],
  [
    [2, 3],
    [3, 4],
  ],
  [
    [7, 5],
    [5, 9],
  ],
  [[3], [3]],
  [[3], [3, 4]],
  [[2, 3], [3]],
  [
    [2, 3, 4],
    [4, 2],
  ],
  [
    [3, 4],
    [2, 4, 3],
  ],
  [
    [2, 3, 4],
    [2, 4, 2],
  ],
  [
    [2, 1, 2, 3],
    [3, 3, 2],
  ],
  [[4], [2, 4, 3]],
  [[2, 3, 4], [4]],
  [
    [2, 0],
    [0, 3],
  ],
  [
    [0, 3],
    [3, 2],
  ],
  [
    [2, 3],
    [3, 0],
  ],
  [
    [2, 3, 0],
    [0, 2],
  ],
];

/** Sizes around those at which kernels change their way: one row, blocks and what is left of them, many rows. */
const largeFactors: readonly (readonly [Shape, Shape])[] = [
  [
    [100, 300],
    [300, 70],
  ],
  [
    [1, 300],
    [300, 130],
  ],
  [
    [65, 1],
    [1, 67],
  ],
  [
    [37, 129],
    [129, 1],
  ],
  [
    [10, 60],
    [60, 180],
  ],
  [
    [128, 128],
    [128, 128],
  ],
  [
    [4, 33, 65],
    [4, 65, 31],
  ],
  [
    [8, 20, 40],
    [40, 24],
  ],
];

const call =
  (turned: 'neither' | 'left' | 'right' | 'both') =>
  ([a, b]: readonly [Shape, Shape]): Call => {
    const swap = (shape: Shape): Shape => [...shape.slice(0, -2), shape.at(-1)!, shape.at(-2)!];
    const left = turned === 'left' || turned === 'both';
    const right = turned === 'right' || turned === 'both';
    return {
      label: `${brief(a)} x ${brief(b)}${turned === 'neither' ? '' : `, ${turned} transposed`}`,
      inputs: [{ shape: left ? swap(a) : a }, { shape: right ? swap(b) : b }],
      run: ([x, y]) => matmul(left ? x!.mT : x!, right ? y!.mT : y!),
    };
  };

const matrices = (list: readonly (readonly [Shape, Shape])[]) => list.filter(([a, b]) => a.length > 1 && b.length > 1);

/** Products of matrices and vectors. */
export const products: readonly OpCase[] = [
  {
    op: 'matmul',
    kind: 'sum',
    dtypes: numbers,
    gradient: true,
    calls: [
      ...factors.map(call('neither')),
      ...matrices(factors).map(call('left')),
      ...matrices(factors).map(call('right')),
      ...matrices(factors).map(call('both')),
    ],
    large: (['neither', 'left', 'right', 'both'] as const).flatMap((turned) => largeFactors.map(call(turned))),
    edges: {
      NaN: [
        {
          label: 'NaN',
          inputs: [{ shape: [2, 2], values: [1, Number.NaN, 3, 4] }, { shape: [2, 3] }],
          run: ([a, b]) => matmul(a!, b!),
        },
      ],
      infinities: [
        {
          label: 'infinities',
          inputs: [
            { shape: [2, 2], values: [1, Number.POSITIVE_INFINITY, 3, 4] },
            { shape: [2, 3], values: [1, 0, -1, 1, 0, -1] },
          ],
          run: ([a, b]) => matmul(a!, b!),
        },
      ],
    },
  },
  {
    op: 'dot',
    kind: 'sum',
    dtypes: floats,
    gradient: true,
    calls: [0, 1, 5, 33].map((n) => ({
      label: `${n}`,
      inputs: [{ shape: [n] }, { shape: [n] }],
      run: ([a, b]) => dot(a!, b!),
    })),
  },
  {
    op: 'outer',
    kind: 'single',
    dtypes: floats,
    gradient: true,
    calls: [{ label: '4 x 5', inputs: [{ shape: [4] }, { shape: [5] }], run: ([a, b]) => outer(a!, b!) }],
  },
];
