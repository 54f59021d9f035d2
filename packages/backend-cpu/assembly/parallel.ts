// Work in parts. The threads of a pool have an instance each over one shared memory, and take parts from a counter in it;
// without a pool the caller's loop does them all. What a part computes does not depend on who takes it.
import { normalizePart } from './batch-norm';
import { choicePart, comparisonPart } from './compare';
import { conv2dPart } from './conv2d';
import { elementsPart } from './elementwise';
import { erfPart } from './erf';
import { extremesPart } from './extremes';
import { blockPart, dotsPart, packPart } from './gemm';
import { adamPart, sgdPart } from './optimizers';
import { poolPart } from './pool';
import { middlePart, runningSumsPart, sumsPart } from './reductions';
import { pickedPart } from './rows';
import { optimizerPart } from './seldom-optimizers';
import { softmaxPart } from './softmax-rows';

export const PACK = 0;
export const BLOCK = 1;
export const DOTS = 2;
export const SGD = 3;
export const ADAM = 4;
export const CONVOLUTION = 5;
export const SOFTMAX = 6;
export const ELEMENTWISE = 7;
export const OPTIMIZER = 8;
export const ERF = 9;
export const SUMS = 10;
export const MIDDLE = 11;
export const CUMSUM = 12;
export const POOL = 13;
export const NORMALIZE = 14;
export const COMPARISON = 15;
export const CHOICE = 16;
export const EXTREMES = 17;
export const POSITIONS = 18;
export const PICKED = 19;

/** Waits a while for others; the host's, as a page's own thread must not sleep. */
@external("env", "pause") declare function pause(): void;

// Words of the control block, each on a line of the cache of its own. src/wasm/pool.ts has the same numbers.
const GENERATION: usize = 0;
// Each module counts the parts of its own, so that a thread that still looks for work of the other takes none.
const LEFT: usize = 64;
const FINISHED: usize = 128;
const SLEEPING: usize = 192;
const KIND: usize = 256;
const JOB: usize = 384;
const SPARE: usize = 1024;

let control: usize = 0;
/** How many threads there may be; 1 without a pool. */
let threads: i32 = 1;
/** The number of this thread, from 0. */
let thread: i32 = 0;

/** Multiplications of elements from which on a product is shared. */
let worth: i64 = 0;

/** Tells this instance where the control block is, that it is one of several threads, and which. */
export function join(at: usize, count: i32, number: i32, least: i32): void {
  control = at;
  threads = count;
  thread = number;
  worth = least;
}

/** Where this thread describes work of its own, which is within a part of other work; 0 outside of one. */
let own: usize = 0;

/** Has this thread do by itself what follows, which it describes at an address; 0 ends that. */
@inline export function alone(at: usize): void {
  own = at;
}

/** How many threads are to share a product. */
@inline export function threadsFor(m: i32, n: i32, k: i32): i32 {
  return <i64>m * n * k >= worth ? threadCount() : 1;
}

/** How many threads are to share work of so many elements, each of which counts as 32 multiplications of a product. */
@inline export function threadsForElements(n: i64): i32 {
  return n << 5 >= worth ? threadCount() : 1;
}

/** The address of what describes the work under way: every thread reads it. */
@inline export function job(): usize {
  return own != 0 ? own : control + JOB;
}

/** Room for four vectors that no other thread uses. */
@inline export function spare(): usize {
  return control + SPARE + (<usize>thread << 6);
}

@inline export function threadCount(): i32 {
  return own != 0 ? 1 : threads;
}

@inline export function threadNumber(): i32 {
  return own != 0 ? 0 : thread;
}

function part(kind: i32, i: i32): void {
  if (isDefined(MORE)) {
    switch (kind) {
      case PACK: return packPart(i);
      case BLOCK: return blockPart(i);
      case DOTS: return dotsPart(i);
      case ELEMENTWISE: return elementsPart(i);
      case OPTIMIZER: return optimizerPart(i);
      case ERF: return erfPart(i);
      case SUMS: return sumsPart(i);
      case MIDDLE: return middlePart(i);
      case CUMSUM: return runningSumsPart(i);
      case SOFTMAX: return softmaxPart(i);
      case POOL: return poolPart(i);
      case NORMALIZE: return normalizePart(i);
      case COMPARISON: return comparisonPart(i);
      case CHOICE: return choicePart(i);
      case EXTREMES: return extremesPart(i, false);
      case POSITIONS: return extremesPart(i, true);
      case PICKED: return pickedPart(i);
      default: conv2dPart(i);
    }
  } else {
    switch (kind) {
      case PACK: return packPart(i);
      case BLOCK: return blockPart(i);
      case DOTS: return dotsPart(i);
      case SGD: return sgdPart(i);
      default: adamPart(i);
    }
  }
}

/** Does all parts of the work that the job describes, by `count` threads, which is 1 or all; returns when all are done. */
export function share(kind: i32, parts: i32, count: i32): void {
  if (count == 1 || parts == 1) {
    for (let i = 0; i < parts; i++) part(kind, i);
    return;
  }
  store<i32>(control + KIND, kind);
  atomic.store<i32>(control + FINISHED, 0);
  // From here on a thread that still looks for the work before may take parts of this.
  if (isDefined(MORE)) divide(parts);
  else atomic.store<i32>(control + LEFT, parts);
  atomic.add<i32>(control + GENERATION, 1);
  if (atomic.load<i32>(control + SLEEPING) > 0) atomic.notify(control + GENERATION, -1);
  help();
  for (let spins = 0; atomic.load<i32>(control + FINISHED) < parts; spins++) if (spins > 20000) pause();
}

/**
 * The words of a thread's own parts: how many are left of them, and the first one's number. A thread that does the same parts of one
 * work after the other finds in its cache what it wrote; who has none left takes those of others.
 */
@inline function partsOf(one: i32): usize {
  return control + SPARE + (<usize>(threads + one) << 6);
}

/** Gives each thread as many parts as the others. */
function divide(parts: i32): void {
  let first = 0;
  for (let one = 0; one < threads; one++) {
    const next = parts * (one + 1) / threads;
    const at = partsOf(one);
    store<i32>(at, first, 4);
    atomic.store<i32>(at, next - first);
    first = next;
  }
}

/** Takes a thread's parts until none is left; returns how many it took. */
function helpWith(one: i32): i32 {
  const at = partsOf(one);
  let taken = 0;
  while (atomic.load<i32>(at) > 0) {
    const left = atomic.sub<i32>(at, 1);
    if (left <= 0) break;
    part(load<i32>(control + KIND), load<i32>(at, 4) + left - 1);
    taken++;
  }
  if (taken > 0) atomic.add<i32>(control + FINISHED, taken);
  return taken;
}

/** Takes parts until none is left; returns how many it took. */
export function help(): i32 {
  let taken = 0;
  if (isDefined(MORE)) {
    for (let i = 0; i < threads; i++) taken += helpWith((thread + i) % threads);
    return taken;
  }
  let left = atomic.sub<i32>(control + LEFT, 1);
  while (left > 0) {
    part(load<i32>(control + KIND), left - 1);
    atomic.add<i32>(control + FINISHED, 1);
    taken++;
    left = atomic.sub<i32>(control + LEFT, 1);
  }
  return taken;
}
