/**
 * Convolutions whose windows move by one pixel, four results of a row at once: rows of images and of results are whole texels,
 * so that a texel of the image serves all windows that it is in.
 */
import { type Activation, sizeOf, type Windows } from '@kindling/tensor-core/backend';
import { denseSource } from '../buffer.js';
import type { Geometry } from './convolution.js';
import { type Call, Program, type Source } from './program.js';

/** Kernels with more columns would be long programs. */
const MOST_COLUMNS = 8;

/** Whether images, results and windows are of this kind. */
export function slides(geometry: Geometry, ...sources: readonly Source[]): boolean {
  const { kernel, stride, dilation } = geometry.windows;
  const one = [...stride, ...dilation].every((n) => n === 1);
  const whole = [geometry.images[3], geometry.results[3], ...sources.map(({ offset }) => offset)];
  return one && kernel[1] <= MOST_COLUMNS && whole.every((n) => n % 4 === 0);
}

/** GLSL that declares the texels of an image's row that windows at four neighbours take in, and what column `kx` of them is. */
function texelsOf(texel: (number: string) => string, { kernel, padding }: Windows, width: string) {
  const left = -padding[1];
  const [first, last] = [Math.floor(left / 4), Math.floor((left + kernel[1] + 2) / 4)];
  const name = (d: number): string => `x${d - first}`;
  const lines: string[] = [];
  for (let d = first; d <= last; d++) {
    const at = d < 0 ? `- ${-d}` : `+ ${d}`;
    const inside = `q ${at} >= 0 && q ${at} < ${width}`;
    lines.push(`vec4 ${name(d)} = ${inside} ? ${texel(`p ${at}`)} : vec4(0.0);`);
  }
  const column = (kx: number): string => {
    const parts = [0, 1, 2, 3].map((j) => {
      const at = j + kx + left;
      return `${name(Math.floor(at / 4))}.${'xyzw'[at & 3]}`;
    });
    return `vec4(${parts.join(', ')})`;
  };
  return { lines: lines.join('\n'), column };
}

/**
 * `activation(weight @ windows + bias)`.
 *
 * @param weight - by output of a group, channel of a group, row and column; `apart` says how far groups are from each other.
 */
export function slidingConvolution(
  x: Source,
  weight: Source,
  apart: number,
  bias: Source | null,
  geometry: Geometry,
  activation: Activation,
): Call {
  const { images, results, windows, groups } = geometry;
  const program = new Program();
  const texel = program.texels(x.texture);
  const factor = program.texture(weight.texture);
  const [, c, h, w] = images;
  const [, o, rows, columns] = results;
  const { kernel, padding } = windows;
  const [height, width, across] = [program.int(h), program.int(w / 4), program.int(columns / 4)];
  const [down, outputs, own, perGroup] = [rows, o, o / groups, c / groups].map((n) => program.int(n));
  const [byOutput, byChannel, byRow, byColumn] = weight.strides.map((n) => program.int(n));
  const { lines, column } = texelsOf(texel, windows, width);
  const taps = Array.from(
    { length: kernel[1] },
    (_, kx) => `part += ${factor(`f${kx === 0 ? '' : ` + ${kx} * ${byColumn}`}`)} * ${column(kx)};`,
  );
  const start =
    bias && program.texture(bias.texture)(`${program.int(bias.offset)} + c * ${program.int(bias.strides[0]!)}`);
  const total = [...'xyzw'].map((part) => `total.${part}`);
  const activate = activation === 'identity' ? (value: string) => value : program.function(`op_${activation}`);
  const body = `
  int q = k % ${across};
  int rest = k / ${across};
  int top = rest % ${down} - ${program.int(padding[0])};
  rest /= ${down};
  int c = rest % ${outputs};
  int group = c / ${own};
  int from = ${program.int(x.offset / 4)} + (rest / ${outputs} * ${program.int(c)} + group * ${perGroup}) * ${height} * ${width} + q;
  int by = ${program.int(weight.offset)} + group * ${program.int(apart)} + c % ${own} * ${byOutput};
  vec4 total = vec4(0.0);
  for (int ch = 0; ch < ${perGroup}; ch++) {
    vec4 part = vec4(0.0);
    for (int ky = 0; ky < ${program.int(kernel[0])}; ky++) {
      int y = top + ky;
      if (y < 0 || y >= ${height}) continue;
      int p = from + y * ${width};
      int f = by + ky * ${byRow};
      ${lines}
      ${taps.join('\n')}
    }
    total += part;
    from += ${height} * ${width};
    by += ${byChannel};
  }
  ${start === null ? '' : `total += ${start};`}
  return vec4(${total.map((value) => activate(value)).join(', ')});`;
  return program.callTexels(sizeOf(results), body);
}

/** A weight by output of a group, channel of a group, row and column, and how far groups are from each other. */
type Filters = readonly [weight: Source, apart: number];

/** The weight as a convolution reads it; it lies in row-major order. */
export function filtersOf(weight: Source, { images, results, windows, groups }: Geometry): Filters {
  const [kh, kw] = windows.kernel;
  const [cg, og] = [images[1] / groups, results[1] / groups];
  return [{ ...denseSource(weight.texture, [og, cg, kh, kw]), offset: weight.offset }, og * cg * kh * kw];
}

/** As the gradient by the images reads it: outputs and channels exchanged, rows and columns from behind. */
export function turnedFilters(weight: Source, geometry: Geometry): Filters {
  const [{ shape, strides, ...from }, apart] = filtersOf(weight, geometry);
  const [og, cg, kh, kw] = shape as readonly [number, number, number, number];
  const [byOutput, byChannel, byRow, byColumn] = strides as readonly [number, number, number, number];
  const offset = from.offset + (kh - 1) * byRow + (kw - 1) * byColumn;
  return [{ ...from, shape: [cg, og, kh, kw], strides: [byChannel, byOutput, -byRow, -byColumn], offset }, apart];
}

/** The convolution by whose {@link turnedFilters} the gradient of the results becomes that of the images. */
export function turnedGeometry({ images, results, windows, groups }: Geometry): Geometry {
  const [kh, kw] = windows.kernel;
  const padding = [kh - 1 - windows.padding[0], kw - 1 - windows.padding[1]] as const;
  return { images: results, results: images, windows: { ...windows, padding }, groups };
}

/** How many elements of a row of the weight {@link slidingWeightGradient} makes at once, and the sum of the gradient after them. */
export const TAPS = 3;

/**
 * The gradient by the weight, from each image and each of its bands of rows, to be summed: [n * bands, o * channels * kh, 4],
 * where the four are up to {@link TAPS} columns of the weight, then 0, and last the sum of the gradient, which is the bias's.
 */
export function slidingWeightGradient(grad: Source, x: Source, geometry: Geometry, bands: number): Call {
  const { images, results, windows, groups } = geometry;
  const program = new Program();
  const [above, texel] = [program.texels(grad.texture), program.texels(x.texture)];
  const [n, c, h, w] = images;
  const [, o, rows, columns] = results;
  const { kernel, padding } = windows;
  const [height, width, across] = [program.int(h), program.int(w / 4), program.int(columns / 4)];
  const [down, outputs, kh, cg] = [rows, o, kernel[0], c / groups].map((size) => program.int(size));
  const [count, band] = [program.int(bands), program.int(Math.ceil(rows / bands))];
  const { lines, column } = texelsOf(texel, windows, width);
  const taps = Array.from({ length: kernel[1] }, (_, kx) => `sum.${'xyz'[kx]} += dot(g, ${column(kx)});`);
  const body = `
  int ky = k % ${kh};
  int rest = k / ${kh};
  int ch = rest % ${cg};
  rest /= ${cg};
  int c = rest % ${outputs};
  int part = rest / ${outputs};
  int s = part / ${count};
  int begin = part % ${count} * ${band};
  int end = min(begin + ${band}, ${down});
  int from = ${program.int(grad.offset / 4)} + (s * ${outputs} + c) * ${down} * ${across};
  int plane = s * ${program.int(c)} + c / ${program.int(o / groups)} * ${cg} + ch;
  int by = ${program.int(x.offset / 4)} + plane * ${height} * ${width};
  vec4 total = vec4(0.0);
  for (int r = begin; r < end; r++) {
    int y = r - ${program.int(padding[0])} + ky;
    bool inside = y >= 0 && y < ${height};
    vec4 sum = vec4(0.0);
    for (int q = 0; q < ${across}; q++) {
      vec4 g = ${above(`from + r * ${across} + q`)};
      sum.w += dot(g, vec4(1.0));
      if (inside) {
        int p = by + y * ${width} + q;
        ${lines}
        ${taps.join('\n')}
      }
    }
    total += sum;
  }
  return total;`;
  return program.callTexels(4 * n * bands * o * (c / groups) * kernel[0], body);
}
