import { steadyLog } from './steady-log.js';
import { unit53, type Xoshiro } from './xoshiro.js';

// The half of the normal density `exp(-x * x / 2)` right of 0 under 128 layers of one area (Marsaglia and Tsang, 2000):
// 127 rectangles, and below them a rectangle with the tail. A point of a layer is drawn by one product, and 97 in 100 lie
// under the density for certain. What decides about the others needs only logarithms, so that all machines agree.

const LAYERS = 128;
/** Where the tail begins, the area of a layer, and the density where the tail begins. */
const TAIL = 3.4426198558966523;
const AREA = 0.00991256303533646;
const DENSITY_AT_TAIL = 0.0026696290839025036;

interface Tables {
  /** How wide each layer is, from the lowest on; the last is the top with no width. */
  readonly width: Float64Array;
  /** The density where each layer begins. */
  readonly floor: Float64Array;
  /** The width of a layer as so many parts in 2^24. */
  readonly scale: Float64Array;
  /** Parts below this lie under the next layer, and so under the density. */
  readonly inside: Int32Array;
}

let tables: Tables | undefined;

function makeTables(): Tables {
  const width = new Float64Array(LAYERS + 1);
  const floor = new Float64Array(LAYERS + 1);
  width[0] = AREA / DENSITY_AT_TAIL;
  width[1] = TAIL;
  floor[1] = DENSITY_AT_TAIL;
  for (let i = 2; i < LAYERS; i++) {
    floor[i] = floor[i - 1]! + AREA / width[i - 1]!;
    width[i] = Math.sqrt(-2 * steadyLog(floor[i]!));
  }
  floor[LAYERS] = 1;
  const scale = width.map((x) => x * 2 ** -24);
  const inside = Int32Array.from({ length: LAYERS }, (_, i) => (width[i + 1]! / width[i]!) * 2 ** 24);
  return { width, floor, scale, inside };
}

/**
 * Fills an array with normal values. A float32 takes one word of the stream, 7 bits for the layer and 25 for the place in
 * it, a float64 two for 53 bits of the place; a point that may lie outside takes more of them, behind those of all others.
 */
export function fillNormal(out: Float32Array | Float64Array, stream: Xoshiro, mean: number, std: number): void {
  tables ??= makeTables();
  const { scale, inside } = tables;
  // The words lie where the values are to be.
  const words = new Int32Array(out.buffer);
  stream.fill(words);
  if (out instanceof Float32Array) {
    for (let i = 0; i < out.length; i++) {
      const word = words[i]!;
      const layer = word & (LAYERS - 1);
      const parts = word >> 7;
      // No branch on the sign, which a processor could not foresee.
      const certain = Math.abs(parts) < inside[layer]!;
      out[i] = mean + std * (certain ? parts * scale[layer]! : settle(stream, tables, layer, parts));
    }
    return;
  }
  for (let i = 0; i < out.length; i++) {
    const word = words[2 * i]!;
    const layer = word & (LAYERS - 1);
    const parts = (word >> 7) + (words[2 * i + 1]! >>> 4) * 2 ** -28;
    const certain = Math.abs(word >> 7) < inside[layer]!;
    out[i] = mean + std * (certain ? parts * scale[layer]! : settle(stream, tables, layer, parts));
  }
}

/** The value of a point where it lies under the density, else of the next that does. */
function settle(stream: Xoshiro, { width, floor, scale }: Tables, layer: number, parts: number): number {
  const uniform = (): number => unit53(stream.next(), stream.next());
  for (;;) {
    const x = parts * scale[layer]!;
    if (Math.abs(x) < width[layer + 1]!) return x;
    if (layer === 0) return Math.sign(x) * tail(uniform);
    const y = floor[layer]! + uniform() * (floor[layer + 1]! - floor[layer]!);
    if (-2 * steadyLog(y) > x * x) return x;
    const word = stream.next();
    layer = word & (LAYERS - 1);
    parts = (word >> 7) + (stream.next() >>> 4) * 2 ** -28;
  }
}

/** A value beyond where the tail begins (Marsaglia, 1964). */
function tail(uniform: () => number): number {
  for (;;) {
    const beyond = -steadyLog(1 - uniform()) / TAIL;
    if (-2 * steadyLog(1 - uniform()) > beyond * beyond) return TAIL + beyond;
  }
}
