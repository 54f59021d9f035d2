/** Means and variances of groups of elements, what is normalised by them, and the gradients. */
import type { Normalization } from '@kindling/tensor-core/backend';
import type { Texture } from '../gpu-js.js';
import type { Chunks } from '../layout.js';
import { type Call, Program, type Source } from './program.js';
import { chunk, rowsOf } from './reduce.js';

/** The elements summed by themselves, so that rounding errors grow slower. */
const BLOCK = 32;

/** The mean and the variance of each group. */
export interface Moments {
  readonly mean: Texture;
  readonly variance: Texture;
}

/** Elements that lie as [outer, groups, inner], by their groups: [groups, outer, inner]. */
export function byGroup({ texture, offset }: Source, { outer, groups, inner }: Normalization): Source {
  return { texture, shape: [groups, outer, inner], strides: [inner, groups * inner, 1], offset };
}

/** GLSL that adds up expressions of the element `r` from `from` to `to`, to floats of these names. */
function sums(of: Readonly<Record<string, string>>, each = ''): string {
  const names = Object.keys(of);
  const lines = (line: (name: string) => string): string => names.map(line).join(' ');
  return `
  ${lines((name) => `float ${name} = 0.0;`)}
  for (int start = from; start < to; start += ${BLOCK}) {
    ${lines((name) => `float ${name}Part = 0.0;`)}
    for (int r = start; r < min(start + ${BLOCK}, to); r++) {
      ${each}
      ${lines((name) => `${name}Part += ${of[name]};`)}
    }
    ${lines((name) => `${name} += ${name}Part;`)}
  }`;
}

/**
 * Of each chunk of each group the mean, and in a second texture the squares of what it leaves, added up and divided by
 * `divisor`.
 */
export function momentsOfChunks(x: Source, how: Normalization, chunks: Chunks, divisor: number): Call {
  const program = new Program();
  const rows = rowsOf(program, byGroup(x, how), 1);
  const body = `${chunk(program, how.outer * how.inner, chunks)}
  int base = ${rows.base};
  ${sums({ total: rows.element })}
  float mean = total / float(to - from);
  ${sums({ squares: 'd * d' }, `float d = ${rows.element} - mean;`)}
  other1 = squares / ${program.float(divisor)};
  return mean;`;
  return program.call(rows.count * chunks.count, body, 2);
}

/** The {@link Moments} of groups of `size` elements from those of their chunks (Chan, Golub and LeVeque 1979). */
export function joinMoments({ mean, variance }: Moments, groups: number, size: number, chunks: Chunks): Call {
  const program = new Program();
  const [means, squares] = [program.texture(mean), program.texture(variance)];
  const [count, length, all] = [chunks.count, chunks.length, size].map((n) => program.int(n));
  const own = `float(min(${length}, ${all} - r * ${length}))`;
  const body = `
  int from = 0;
  int to = ${count};
  int base = i * ${count};
  ${sums({ total: `${means('base + r')} * ${own}` })}
  float mean = total / float(${all});
  ${sums({ spread: `${squares('base + r')} + d * d * ${own}` }, `float d = ${means('base + r')} - mean;`)}
  other1 = spread / float(${all});
  return mean;`;
  return program.call(groups, body, 2);
}

/** What kernels read of a normalisation: GLSL of the mean, of the scale, and of the weight of an element. */
class Reader {
  private readonly mean: (at: string) => string;
  private readonly variance: (at: string) => string;

  constructor(
    readonly program: Program,
    moments: Moments,
    private readonly how: Normalization,
  ) {
    this.mean = program.texture(moments.mean);
    this.variance = program.texture(moments.variance);
  }

  /** Declares `mean` and `scale` of a group. */
  of(group: string): string {
    const variance = `${this.variance(group)} + ${this.program.float(this.how.eps)}`;
    return `float mean = ${this.mean(group)};
  float scale = ${this.program.function('op_rsqrt')(variance)};`;
  }

  /** An element of a weight, or of a bias, for a group or for a place within. */
  weight({ texture, offset, strides }: Source, group: string, within: string): string {
    const at = this.how.perGroup ? group : within;
    return this.program.texture(texture)(`${this.program.int(offset)} + (${at}) * ${this.program.int(strides[0]!)}`);
  }
}

/** `(x - mean) * scale * weight + bias`. */
export function normalized(
  x: Source,
  moments: Moments,
  weight: Source | null,
  bias: Source | null,
  how: Normalization,
): Call {
  const { outer, groups, inner, perGroup } = how;
  const program = new Program();
  const reader = new Reader(program, moments, how);
  const size = outer * groups * inner;
  const weights = perGroup ? [] : [weight, bias].filter((list) => list !== null);
  const whole = weights.every(({ offset, strides }) => offset % 4 === 0 && strides[0] === 1);
  const texels = inner % 4 === 0 && x.offset % 4 === 0 && whole;
  const [width, count] = [program.int(texels ? inner / 4 : inner), program.int(groups)];
  const at = texels ? 'k' : 'i';
  const value = texels
    ? program.texels(x.texture)(`${program.int(x.offset / 4)} + k`)
    : program.texture(x.texture)(`${program.int(x.offset)} + i`);
  const within = `${at} % ${width}`;
  const read = (list: Source): string =>
    texels && !perGroup
      ? program.texels(list.texture)(`${program.int(list.offset / 4)} + ${within}`)
      : reader.weight(list, 'group', within);
  const factor = weight && ` * ${read(weight)}`;
  const shift = bias && ` + ${read(bias)}`;
  const body = `
  int group = ${at} / ${width} % ${count};
  ${reader.of('group')}
  return (${value} - mean) * scale${factor ?? ''}${shift ?? ''};`;
  return texels ? program.callTexels(size, body) : program.call(size, body);
}

/**
 * Of each chunk of each group the sum of the gradients, and in a second texture of their products with the normalised
 * elements; gradients are multiplied with a weight first that differs within a group.
 */
export function gradientSums(
  grad: Source,
  x: Source,
  moments: Moments,
  weight: Source | null,
  how: Normalization,
  chunks: Chunks,
): Call {
  const program = new Program();
  const [above, rows] = [rowsOf(program, byGroup(grad, how), 1, 'above'), rowsOf(program, byGroup(x, how), 1)];
  const reader = new Reader(program, moments, how);
  const factor =
    weight === null || how.perGroup ? '' : ` * ${reader.weight(weight, 'row', `r % ${program.int(how.inner)}`)}`;
  const body = `${chunk(program, how.outer * how.inner, chunks)}
  ${reader.of('row')}
  int base = ${rows.base};
  int above = ${above.base};
  ${sums({ total: 'g', along: 'g * n' }, `float g = ${above.element}${factor}; float n = (${rows.element} - mean) * scale;`)}
  other1 = along;
  return total;`;
  return program.call(rows.count * chunks.count, body, 2);
}

/** As {@link gradientSums} by the place within a group: over chunks of all groups, [inner, chunks]. */
export function gradientSumsWithin(
  grad: Source,
  x: Source,
  moments: Moments,
  how: Normalization,
  chunks: Chunks,
): Call {
  const { outer, groups, inner } = how;
  const program = new Program();
  const [above, element] = [program.texture(grad.texture), program.texture(x.texture)];
  const reader = new Reader(program, moments, how);
  const [width, count] = [program.int(inner), program.int(groups)];
  const each = `
  ${reader.of(`r % ${count}`)}
  int at = r * ${width} + row;
  float g = ${above(`${program.int(grad.offset)} + at`)};
  float n = (${element(`${program.int(x.offset)} + at`)} - mean) * scale;`;
  const body = `${chunk(program, outer * groups, chunks)}
  ${sums({ total: 'g', along: 'g * n' }, each)}
  other1 = along;
  return total;`;
  return program.call(inner * chunks.count, body, 2);
}

/** The gradient by the elements, from the sums of each group. */
export function normalizedGradient(
  grad: Source,
  x: Source,
  moments: Moments,
  totals: { readonly sum: Texture; readonly along: Texture },
  weight: Source | null,
  how: Normalization,
): Call {
  const { outer, groups, inner, perGroup } = how;
  const program = new Program();
  const reader = new Reader(program, moments, how);
  const [width, count] = [program.int(inner), program.int(groups)];
  const [above, element] = [program.texture(grad.texture), program.texture(x.texture)];
  const [sum, along] = [totals.sum, totals.along].map((texture) => program.texture(texture)('group'));
  const factor = weight === null ? '1.0' : reader.weight(weight, 'group', `i % ${width}`);
  const part = program.float(1 / (outer * inner));
  const slope = `${above(`${program.int(grad.offset)} + i`)} * factor`;
  // Where the weight is that of the group, the sums are without it.
  const whole = perGroup ? ' * factor' : '';
  const body = `
  int group = i / ${width} % ${count};
  ${reader.of('group')}
  float factor = ${factor};
  float n = (${element(`${program.int(x.offset)} + i`)} - mean) * scale;
  return (${slope} - (${sum} + n * ${along}) * ${part}${whole}) * scale;`;
  return program.call(outer * groups * inner, body);
}
