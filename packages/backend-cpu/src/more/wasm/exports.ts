import type { Engine } from '../../wasm/engine.js';

/** What `assembly/more.ts` exports besides what `assembly/index.ts` does. */
interface MoreExports {
  conv2dPlanRoom(groups: number, channels: number, outputs: number): number;
  conv2dSumRoom(groups: number, channels: number, outputs: number): number;
  conv2dWork(what: number, channels: number, outputs: number): number;
  conv2dPlan(what: number, weight: number, groups: number, channels: number, outputs: number, plan: number): void;
  conv2d(
    what: number,
    x: number,
    weight: number,
    bias: number,
    y: number,
    grad: number,
    dx: number,
    n: number,
    groups: number,
    channels: number,
    outputs: number,
    activation: number,
    block: number,
    plan: number,
    sums: number,
    work: number,
  ): void;
  conv2dSums(
    sums: number,
    groups: number,
    channels: number,
    outputs: number,
    dw: number | null,
    db: number | null,
  ): void;
  maxPool2(x: number, planes: number, h: number, w: number, out: number, indices: number): void;
  maxPool2Backward(grad: number, indices: number, planes: number, h: number, w: number, x: number): number;
  batchNorm(
    x: number,
    y: number,
    outer: number,
    groups: number,
    inner: number,
    w: number,
    b: number,
    eps: number,
    stats: number,
  ): void;
  batchNormBackward(
    grad: number,
    x: number,
    dx: number,
    outer: number,
    groups: number,
    inner: number,
    w: number,
    eps: number,
    sums: number,
  ): void;
  compare(op: number, a: number, aStep: number, b: number, bStep: number, out: number, n: number): void;
  where(condition: number, a: number, aStep: number, b: number, bStep: number, out: number, n: number): void;
  extremeRows(least: number, x: number, rows: number, columns: number, out: number): void;
  extremeColumns(least: number, x: number, rows: number, columns: number, out: number): void;
  eachPair(
    op: number,
    a: number,
    aRow: number,
    aStep: number,
    aPeriod: number,
    b: number,
    bRow: number,
    bStep: number,
    bPeriod: number,
    out: number,
    rows: number,
    columns: number,
  ): void;
  erf(x: number, out: number, n: number, gelu: number): void;
  sumsOfRows(x: number, rows: number, n: number, out: number): void;
  sumOfMany(x: number, n: number, work: number, total: number): number;
  reduceMiddle(kind: number, x: number, outer: number, n: number, inner: number, sums: number, out: number): void;
  runningSums(x: number, rows: number, n: number, out: number): void;
  optimize(
    kind: number,
    p: number,
    g: number,
    first: number,
    second: number,
    third: number,
    n: number,
    sign: number,
    weightDecay: number,
    keep1: number,
    keep2: number,
    eps: number,
    rate: number,
    rate2: number,
  ): void;
  gatherRows(x: number, index: number, rows: number, columns: number, out: number): void;
  pick(x: number, index: number, rows: number, columns: number, count: number, out: number): void;
  within(index: number, n: number, size: number): number;
  softmaxRows(kind: number, x: number, y: number, out: number, rows: number, columns: number): void;
  positionRows(least: number, x: number, rows: number, columns: number, out: number): void;
}

/** The kernels of an engine's second module, which every engine has where this file is. */
export function moreKernels(engine: Engine): MoreExports {
  return engine.kernels as unknown as MoreExports;
}
