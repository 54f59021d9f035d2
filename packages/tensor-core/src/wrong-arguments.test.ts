import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import * as core from './index.js';
import { defaultGenerator, setBackend, Tensor, tensor, zeros } from './index.js';

/** A call that is right; each argument is then made wrong, by its kind. */
type Call = () => readonly unknown[];

/** An argument that may be a number too, or left out. */
class May {
  constructor(
    readonly value: unknown,
    readonly also: readonly (
      | 'number'
      | 'nothing'
      | 'boolean'
      | 'array'
      | 'tensor'
      | 'fraction'
      | 'null'
      | 'word'
      | 'extra'
    )[],
  ) {}
}
const operand = (x: unknown): May => new May(x, ['number']);
const optional = (x: unknown, ...also: May['also']): May => new May(x, ['nothing', ...also]);

const backend = await cpu();
setBackend(backend);
const x = (): Tensor =>
  tensor([
    [1, 2, 3],
    [4, 5, 6],
  ]);
const vector = (): Tensor => tensor([1, 2, 3]);
const index = (): Tensor => tensor([[0, 1, 0]], { dtype: 'int32' });
const mask = (): Tensor => tensor([[true, false, true]]);
const options = { dtype: 'float32', requiresGrad: false, backend };
const random = { ...options, generator: defaultGenerator() };
const keepdim = { keepdim: true };
const windows = { stride: 1, padding: 0, dilation: 1 };
const images = (): Tensor => zeros([1, 1, 3, 3]);

const unary: Call = () => [x()];
const binary: Call = () => [operand(x()), operand(x())];
const reduced: Call = () => [x(), optional(1, 'array', 'null'), optional(keepdim)];

/** A right call of every function. */
const functions: Record<string, Call> = {
  ...Object.fromEntries(
    `abs ceil clone contiguous cos detach erf exp expm1 floor isfinite isnan log log1p neg nonzero reciprocal relu
     rsqrt sigmoid sign silu sin sqrt tanh logicalNot`
      .split(/\s+/)
      .map((name) => [name, unary]),
  ),
  ...Object.fromEntries(
    'add div eq ge gt le lt maximum minimum mul ne pow sub'.split(' ').map((name) => [name, binary]),
  ),
  ...Object.fromEntries('logicalAnd logicalOr logicalXor'.split(' ').map((name) => [name, binary])),
  ...Object.fromEntries('all any mean prod sum'.split(' ').map((name) => [name, reduced])),
  round: unary,
  argmax: () => [x(), optional(1, 'null'), optional(keepdim)],
  argmin: () => [x(), optional(1, 'null'), optional(keepdim)],
  max: () => [x(), optional(1, 'tensor'), optional(keepdim)],
  min: () => [x(), optional(1, 'tensor'), optional(keepdim)],
  std: () => [x(), optional(1, 'array', 'null'), optional({ correction: 0.5, keepdim: true })],
  variance: () => [x(), optional(1, 'array', 'null'), optional({ correction: 0.5, keepdim: true })],
  norm: () => [x(), optional(2, 'fraction'), optional(1, 'array', 'null'), optional(keepdim)],
  logsumexp: () => [x(), new May(1, ['array']), optional(keepdim)],
  arange: () => [new May(0, ['fraction']), optional(3, 'fraction'), optional(1, 'fraction'), optional(options)],
  argsort: () => [x(), optional(0), optional({ descending: true })],
  sort: () => [x(), optional(0), optional({ descending: true })],
  topk: () => [x(), 1, optional(0), optional({ largest: true })],
  autogradGraph: () => [x(), optional([['x', x()]])],
  backward: () => [
    tensor(1, { requiresGrad: true }),
    optional(tensor(1), 'null'),
    optional({ createGraph: false, retainGraph: false }),
  ],
  grad: () => {
    const w = tensor([1], { requiresGrad: true });
    return [
      w.sum(),
      w,
      optional({ createGraph: false, retainGraph: false, allowUnused: false, gradOutputs: [tensor(1)] }),
    ];
  },
  bernoulli: () => [tensor([0.5]), optional(random)],
  broadcastShapes: () => [new May('add', ['word']), [2], [2]],
  cast: () => [x(), 'int32'],
  cat: () => [[x(), x()], optional(0)],
  stack: () => [[x(), x()], optional(0)],
  hstack: () => [[x(), x()]],
  vstack: () => [[x(), x()]],
  chunk: () => [x(), 2, optional(0)],
  split: () => [x(), new May(1, ['array']), optional(0)],
  unbind: () => [x(), optional(0)],
  clamp: () => [x(), optional(0.5, 'null'), optional(1.5, 'null')],
  conv2d: () => [
    images(),
    images(),
    optional(tensor([0]), 'null'),
    optional({ ...windows, groups: 1, activation: 'relu' }),
  ],
  cumsum: () => [x(), 0],
  defaultGenerator: () => [],
  defineOp: () => [{ name: 'f', forward: () => x(), backward: () => x() }],
  dot: () => [vector(), vector()],
  outer: () => [vector(), vector()],
  elu: () => [x(), optional(1.5)],
  leakyRelu: () => [x(), optional(0.5)],
  gelu: () => [x(), optional({ approximate: 'tanh' })],
  softplus: () => [x(), optional({ beta: 1.5, threshold: 20.5 })],
  noGrad: () => [() => 1],
  enableGrad: () => [() => 1],
  scope: () => [() => 1],
  keep: () => [x()],
  expand: () => [tensor([1]), new May([3], ['number'])],
  eye: () => [2, optional(2), optional(options)],
  flatten: () => [x(), optional(0), optional(1)],
  unflatten: () => [x(), 1, [3, 1]],
  flip: () => [x(), new May(0, ['array'])],
  fold: () => [zeros([1, 1, 9]), new May(3, ['array']), new May(1, ['array']), optional(windows)],
  unfold: () => [images(), new May(2, ['array']), optional(windows)],
  full: () => [[2], new May(1.5, ['boolean']), optional(options)],
  fullLike: () => [x(), new May(1.5, ['boolean']), optional(options)],
  gather: () => [x(), 0, index()],
  scatterAdd: () => [x(), 0, index(), x()],
  getBackend: () => [],
  getRngState: () => [],
  indexSelect: () => [x(), 0, new May([0], ['tensor'])],
  isFloating: () => ['float32'],
  promoteTypes: () => ['float32', 'int32'],
  resultType: () => [operand(x()), operand(x())],
  isGradEnabled: () => [],
  linspace: () => [0.5, 1.5, 3, optional(options)],
  logSoftmax: () => [x(), 0],
  softmax: () => [x(), 0],
  manualSeed: () => [new May('words', ['number', 'word']), optional({ engine: core.SeedrandomGenerator })],
  maskedSelect: () => [x(), mask()],
  maskedFill: () => [x(), mask(), operand(1.5)],
  isclose: () => [x(), x(), optional({ rtol: 0.5, atol: 0.5, equalNan: true })],
  allclose: () => [x(), x(), optional({ rtol: 0.5, atol: 0.5, equalNan: true })],
  equal: () => [x(), x()],
  remainder: () => [operand(x()), operand(x())],
  repeat: () => [x(), [1, 2]],
  roll: () => [x(), new May(1, ['array']), new May(0, ['array', 'nothing'])],
  square: unary,
  matmul: () => [x(), vector()],
  meshgrid: () => [new May([vector(), vector()], ['tensor']), optional({ indexing: 'xy' })],
  narrow: () => [x(), 0, 0, 1],
  slice: () => [x(), 0, optional(0), optional(1), optional(1)],
  select: () => [x(), 0, 0],
  normal: () => [operand(x()), operand(x()), optional([]), optional(random)],
  oneHot: () => [index(), optional(2)],
  ones: () => [[2], optional(options)],
  zeros: () => [[2], optional(options)],
  onesLike: () => [x(), optional(options)],
  zerosLike: () => [x(), optional(options)],
  pad: () => [x(), [1, 1], optional(0.5)],
  permute: () => [x(), [1, 0]],
  rand: () => [[2], optional(random)],
  randn: () => [[2], optional(random)],
  randLike: () => [x(), optional(random)],
  randnLike: () => [x(), optional(random)],
  randint: () => [0, 2, [2], optional({ ...random, dtype: 'int32' })],
  randintLike: () => [x(), 0, 2, optional(random)],
  randperm: () => [3, optional({ ...random, dtype: 'int32' })],
  reshape: () => [x(), [6]],
  setBackend: () => [backend],
  setDefaultGenerator: () => [defaultGenerator()],
  setRngState: () => [new May(core.getRngState(), ['extra'])],
  squeeze: () => [x(), optional(0)],
  unsqueeze: () => [x(), 0],
  tensor: () => [new May([1.5], ['number', 'boolean', 'tensor']), optional(options)],
  transpose: () => [x(), 0, 1],
  tril: () => [x(), optional(0)],
  triu: () => [x(), optional(0)],
  truncNormal: () => [defaultGenerator(), 2, optional({ mean: 0.5, std: 1.5, a: -2.5, b: 2.5, dtype: 'float64' })],
  fromBuffer: () => [zeros(2).buffer, [2]],
  where: () => [mask(), operand(x()), operand(x())],
};

/** A right call of every method that is no function of the same name with the tensor in front; `this` comes first. */
const methods: Record<string, Call> = {
  at: () => [x(), mask().reshape(3).slice(0, 0, 2)],
  add_: () => [x(), operand(x())],
  sub_: () => [x(), operand(x())],
  mul_: () => [x(), operand(x())],
  div_: () => [x(), operand(x())],
  clamp_: () => [x(), optional(0.5, 'null'), optional(1.5, 'null')],
  copy_: () => [x(), x()],
  fill_: () => [x(), 1.5],
  zero_: () => [x()],
  uniform_: () => [x(), optional(0.5), optional(1.5), optional({ generator: defaultGenerator() })],
  normal_: () => [x(), optional(0.5), optional(1.5), optional({ generator: defaultGenerator() })],
  bernoulli_: () => [x(), optional(0.5), optional({ generator: defaultGenerator() })],
  bool: () => [x()],
  int: () => [x()],
  float: () => [x()],
  double: () => [x()],
  data: () => [x()],
  dataSync: () => [x()],
  item: () => [tensor(1)],
  tolist: () => [x()],
  to: () => [x(), 'int32'],
  toString: () => [x()],
  toJSON: () => [x()],
  view: () => [x(), [6]],
  expandAs: () => [tensor([1]), vector()],
  mm: () => [x(), x().t()],
  t: () => [x()],
  var: () => [x(), optional(1, 'array', 'null'), optional({ correction: 0.5, keepdim: true })],
  where: () => [x(), mask(), operand(x())],
  dispose: () => [x()],
  isContiguous: () => [x()],
  numel: () => [x()],
  size: () => [x(), optional(1)],
  dim: () => [x()],
  requiresGrad_: () => [x(), optional(true)],
  retainGrad: () => [tensor([1], { requiresGrad: true })],
};

/** What nobody wants as an argument of a kind. */
function wrongFor(argument: unknown): [label: string, value: unknown][] {
  const value = argument instanceof May ? argument.value : argument;
  const also = argument instanceof May ? argument.also : [];
  const found: [string, unknown, May['also'][number]?][] = [
    ['undefined', undefined, 'nothing'],
    ['null', null, 'null'],
    ['an empty object', {}],
    ['an object', { dim: 2 }],
    ['a Promise', Promise.resolve(1)],
  ];
  if (typeof value !== 'string') found.push(['a word', '1']);
  if (typeof value !== 'boolean') found.push(['true', true, 'boolean']);
  if (typeof value !== 'function') found.push(['a function', () => 1]);
  if (typeof value !== 'number') found.push(['a number', 7, 'number']);
  if (!Array.isArray(value)) found.push(['an array', ['x']]);
  else found.push(['an array of something', [{}]], ['an array of arrays', [['x']]]);
  if (!(value instanceof Tensor)) found.push(['a tensor', tensor([1, 2]), 'tensor']);
  if (typeof value === 'number' && Number.isInteger(value))
    found.push(['a fraction', 0.5, 'fraction'], ['NaN', Number.NaN]);
  if (typeof value === 'string') found.push(['another word', 'floot32', 'word']);
  const isOptions = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (isOptions) {
    found.push(['an unknown option', { ...value, unknwon: 1 }, 'extra']);
    for (const [name, inner] of Object.entries(value))
      for (const [label, bad] of wrongFor(
        name === 'seed' ? new May(inner, ['number', 'word']) : name === 'arc4' ? new May(inner, ['extra']) : inner,
      ))
        if (bad !== undefined) found.push([`${label} as ${name}`, { ...value, [name]: bad }]);
  }
  const fine = (label: string, kind: May['also'][number] | undefined): boolean =>
    (kind !== undefined && also.includes(kind)) || (isOptions && label === 'an empty object');
  return found.filter(([label, , kind]) => !fine(label, kind)).map(([label, bad]) => [label, bad]);
}

const plain = (argument: unknown): unknown => (argument instanceof May ? argument.value : argument);

/** What a call does that is wrong in one argument, where that is no error of ours that names the function. */
async function complaint(
  name: string,
  run: (args: unknown[]) => unknown,
  call: Call,
  i: number,
  bad: unknown,
): Promise<string | undefined> {
  const args = call().map(plain);
  args[i] = bad;
  try {
    await run(args);
    return 'no error';
  } catch (error) {
    const { message } = error as Error;
    if (!(error instanceof Error)) return `threw ${String(error)}`;
    if (/Cannot|is not a|undefined is|\[object|not iterable|Invalid|reading/.test(message)) return message;
    // The operation's own name, or that of the method or function behind it.
    return new RegExp(`^(${name}|${name.replace(/_$/, '')}|[a-zA-Z0-9_()> -]+):? `).test(message) ? undefined : message;
  }
}

/** What takes anything: it answers whether, or is for code and not for data. */
const exempt: Record<string, readonly number[]> = {
  // Its parts are functions, whose arguments are the graph's.
  defineOp: [0],
  fromBuffer: [0, 1],
};

async function complaints(
  name: string,
  run: (args: unknown[]) => unknown,
  call: Call,
  from: number,
): Promise<string[]> {
  const found: string[] = [];
  for (let i = from; i < call().length; i++) {
    if (exempt[name]?.includes(i)) continue;
    for (const [label, bad] of wrongFor(call()[i])) {
      const what = await complaint(name, run, call, i, bad);
      if (what !== undefined) found.push(`${name}, argument ${i}: ${label}: ${what}`);
    }
  }
  return found;
}

const add = 'a right call of it is missing in wrong-arguments.test.ts: add one line';

describe('wrong arguments of every function', () => {
  beforeAll(() => setBackend(backend));

  const names = Object.entries(core)
    .filter(([, value]) => typeof value === 'function' && !/^class\b/.test(String(value)))
    .map(([name]) => name);

  it.each(names)('%s', async (name) => {
    const call = functions[name];
    expect(call, add).toBeDefined();
    const run = Reflect.get(core, name) as (...args: unknown[]) => unknown;
    expect(() => run(...call!().map(plain))).not.toThrow();
    expect(await complaints(name, (args) => run(...args), call!, 0)).toEqual([]);
  });
});

describe('wrong arguments of every method', () => {
  const names = Object.getOwnPropertyNames(Tensor.prototype).filter(
    (name) =>
      name !== 'constructor' && typeof Object.getOwnPropertyDescriptor(Tensor.prototype, name)!.value === 'function',
  );

  it.each(names)('%s', async (name) => {
    const call = methods[name] ?? functions[name];
    expect(call, add).toBeDefined();
    const run = ([self, ...args]: unknown[]): unknown =>
      (self as Record<string, (...args: unknown[]) => unknown>)[name]!(...args);
    expect(() => run(call!().map(plain))).not.toThrow();
    expect(await complaints(name, run, call!, 1)).toEqual([]);
  });
});
