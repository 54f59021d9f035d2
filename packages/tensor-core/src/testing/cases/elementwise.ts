import type { Shape } from '../../shape.js';
import type { Tensor } from '../../tensor.js';
import {
  brief,
  type Call,
  type Edges,
  each,
  everything,
  floats,
  type Kind,
  numbers,
  type OpCase,
  shapes,
} from './case.js';
import { among, pairs, special } from './edges.js';

type Run = (inputs: readonly Tensor[]) => Tensor;

function edgesOf(run: Run, without: readonly string[] = []): Edges {
  const kept = Object.entries(special).filter(([aspect]) => !without.includes(aspect));
  return Object.fromEntries(
    kept.map(([aspect, values]): [string, readonly Call[]] => {
      const list = among(values);
      return [aspect, [{ label: aspect, inputs: [{ shape: [list.length], values: list }], run }]];
    }),
  );
}

interface UnaryOptions {
  readonly range?: readonly [number, number];
  readonly kind?: Kind;
  readonly dtypes?: OpCase['dtypes'];
  readonly gradient?: boolean;
}

function unary(op: string, run: (x: Tensor) => Tensor, options: UnaryOptions = {}): OpCase {
  const { range = [-3, 3], kind = 'function', dtypes = floats, gradient = true } = options;
  const call: Run = ([x]) => run(x!);
  return {
    op,
    kind,
    dtypes,
    gradient,
    calls: each(shapes, call, range),
    edges: edgesOf(call, op === 'sin' || op === 'cos' ? ['huge'] : []),
    large: each([[70001], [60, 77]], call, range),
    signedZeros: kind !== 'sum',
  };
}

const meeting: readonly (readonly [Shape, Shape])[] = [
  [[], []],
  [[7], [7]],
  [
    [2, 3],
    [2, 3],
  ],
  [
    [2, 3, 4],
    [2, 3, 4],
  ],
  [
    [2, 2, 3, 2],
    [2, 2, 3, 2],
  ],
  [
    [3, 1],
    [1, 4],
  ],
  [[2, 3, 4], [4]],
  [
    [2, 3, 4],
    [3, 1],
  ],
  [[2, 3], []],
  [[], [2, 3]],
  [[1], [5]],
  [
    [2, 1, 3, 1],
    [4, 1, 2],
  ],
  [
    [0, 3],
    [1, 3],
  ],
  [
    [2, 0],
    [2, 1],
  ],
];

interface BinaryOptions extends UnaryOptions {
  readonly second?: readonly [number, number];
  readonly signedZeros?: boolean;
}

function binary(op: string, run: (a: Tensor, b: Tensor | number) => Tensor, options: BinaryOptions = {}): OpCase {
  const { range = [-3, 3], second = range, kind = 'single', dtypes = numbers, gradient = true } = options;
  const call: Run = ([a, b]) => run(a!, b!);
  const inputs = (a: Shape, b: Shape) => [
    { shape: a, range },
    { shape: b, range: second },
  ];
  const number: Run = ([a]) => run(a!, 2);
  return {
    op,
    kind,
    dtypes,
    gradient,
    calls: [
      ...meeting.map(([a, b]) => ({ label: `${brief(a)} with ${brief(b)}`, inputs: inputs(a, b), run: call })),
      ...each([[], [7], [2, 3], [0]], number, range).map((one) => ({ ...one, label: `${one.label} with a number` })),
    ],
    edges: {
      ...Object.fromEntries(
        Object.entries(special).map(([aspect, values]) => {
          const { first, second: other } = pairs(values);
          const shape = [first.length];
          return [
            aspect,
            [
              {
                label: aspect,
                inputs: [
                  { shape, values: first },
                  { shape, values: other },
                ],
                run: call,
              },
            ],
          ];
        }),
      ),
      ties: [
        {
          label: 'ties',
          inputs: [
            { shape: [50], range: [0, 2], whole: true },
            { shape: [50], range: [0, 2], whole: true },
          ],
          run: call,
        },
      ],
    },
    large: [
      { label: '[70001] twice', inputs: inputs([70001], [70001]), run: call },
      { label: '[60, 77] with a row', inputs: inputs([60, 77], [77]), run: call },
      { label: '[60, 77] with a column', inputs: inputs([60, 77], [60, 1]), run: call },
      { label: '[5003] with a scalar', inputs: inputs([5003], []), run: call },
      { label: '[5003] with a number', inputs: [{ shape: [5003], range }], run: number },
    ],
    signedZeros: options.signedZeros ?? true,
  };
}

const positive: UnaryOptions = { range: [0.05, 9] };
const exact: UnaryOptions = { kind: 'moves', dtypes: numbers };
const test: UnaryOptions = { kind: 'moves', dtypes: everything, gradient: false };
const comparison: BinaryOptions = { kind: 'moves', dtypes: numbers, gradient: false, range: [-2, 2] };
const logical: BinaryOptions = { kind: 'moves', dtypes: everything, gradient: false, range: [-1, 1] };

/** Functions of each element, or of each pair. */
export const elementwise: readonly OpCase[] = [
  unary('neg', (x) => x.neg(), exact),
  unary('abs', (x) => x.abs(), exact),
  unary('sign', (x) => x.sign(), exact),
  unary('relu', (x) => x.relu(), exact),
  unary('floor', (x) => x.floor(), { kind: 'moves' }),
  unary('ceil', (x) => x.ceil(), { kind: 'moves' }),
  unary('round', (x) => x.round(), { kind: 'moves' }),
  unary('exp', (x) => x.exp(), { range: [-9, 9] }),
  unary('expm1', (x) => x.expm1()),
  unary('log', (x) => x.log(), positive),
  unary('log1p', (x) => x.log1p(), { range: [-0.9, 5] }),
  unary('sqrt', (x) => x.sqrt(), { ...positive, kind: 'single' }),
  unary('rsqrt', (x) => x.rsqrt(), positive),
  unary('reciprocal', (x) => x.reciprocal(), { ...positive, kind: 'single' }),
  unary('sin', (x) => x.sin(), { range: [-9, 9] }),
  unary('cos', (x) => x.cos(), { range: [-9, 9] }),
  unary('tanh', (x) => x.tanh()),
  unary('sigmoid', (x) => x.sigmoid(), { range: [-9, 9] }),
  unary('erf', (x) => x.erf()),
  unary('leakyRelu', (x) => x.leakyRelu(0.1), { kind: 'single' }),
  unary('elu', (x) => x.elu(0.7)),
  // Below, little is left of 1 + erf(x), so that the last bit of erf counts for more than kernels are held to.
  unary('gelu', (x) => x.gelu(), { kind: 'sum', range: [-1, 5] }),
  unary('gelu-tanh', (x) => x.gelu({ approximate: 'tanh' }), { kind: 'sum' }),
  unary('silu', (x) => x.silu(), { kind: 'sum' }),
  unary('softplus', (x) => x.softplus()),
  unary('clamp', (x) => x.clamp(-1, 2), { ...exact }),
  unary('isnan', (x) => x.isnan(), test),
  unary('isfinite', (x) => x.isfinite(), test),
  unary('logicalNot', (x) => x.logicalNot(), test),
  binary('add', (a, b) => a.add(b)),
  binary('sub', (a, b) => a.sub(b)),
  binary('mul', (a, b) => a.mul(b)),
  binary('div', (a, b) => a.div(b), { second: [0.5, 4] }),
  binary('pow', (a, b) => a.pow(b), { kind: 'function', dtypes: floats, range: [0.1, 3], second: [-2, 2] }),
  binary('maximum', (a, b) => a.maximum(b), { kind: 'moves', signedZeros: false }),
  binary('minimum', (a, b) => a.minimum(b), { kind: 'moves', signedZeros: false }),
  binary('eq', (a, b) => a.eq(b), comparison),
  binary('ne', (a, b) => a.ne(b), comparison),
  binary('lt', (a, b) => a.lt(b), comparison),
  binary('le', (a, b) => a.le(b), comparison),
  binary('gt', (a, b) => a.gt(b), comparison),
  binary('ge', (a, b) => a.ge(b), comparison),
  binary('logicalAnd', (a, b) => a.logicalAnd(b), logical),
  binary('logicalOr', (a, b) => a.logicalOr(b), logical),
  binary('logicalXor', (a, b) => a.logicalXor(b), logical),
];
