/** Convolutions, each result straight from the elements it is the sum of; images and weights lie in row-major order. */
import type { Activation, Windows } from '@kindling/tensor-core/backend';
import { type Call, Program, type Source } from './program.js';

/** What all three know: the images, the results and how windows slide. */
export interface Geometry {
  readonly images: readonly [n: number, c: number, h: number, w: number];
  readonly results: readonly [n: number, o: number, rows: number, columns: number];
  readonly windows: Windows;
  readonly groups: number;
}

/** The geometry's numbers by name, as ints of the program. */
function names(program: Program, { images, results, windows, groups }: Geometry) {
  const [, c, h, w] = images;
  const [, o, rows, columns] = results;
  const { kernel, stride, padding, dilation } = windows;
  const numbers = {
    h,
    w,
    o,
    rows,
    columns,
    /** Channels of a group, in the images and in the results. */
    cg: c / groups,
    og: o / groups,
    kh: kernel[0],
    kw: kernel[1],
    sy: stride[0],
    sx: stride[1],
    py: padding[0],
    px: padding[1],
    dy: dilation[0],
    dx: dilation[1],
    c,
  };
  // An int that no body names would be one that GPU.js does not find.
  const known = new Map<string, string>();
  return new Proxy({} as Record<keyof typeof numbers, string>, {
    get(_, name: string) {
      const int = known.get(name) ?? program.int(numbers[name as keyof typeof numbers]);
      known.set(name, int);
      return int;
    },
  });
}

/** `activation(weight @ windows + bias)`. */
export function convolution(
  x: Source,
  weight: Source,
  bias: Source | null,
  geometry: Geometry,
  activation: Activation,
): Call {
  const program = new Program();
  const g = names(program, geometry);
  const [image, factor] = [program.texture(x.texture), program.texture(weight.texture)];
  const start =
    bias === null
      ? '0.0'
      : program.texture(bias.texture)(`${program.int(bias.offset)} + c * ${program.int(bias.strides[0]!)}`);
  const body = `
  int q = i % ${g.columns};
  int rest = i / ${g.columns};
  int r = rest % ${g.rows};
  rest /= ${g.rows};
  int c = rest % ${g.o};
  int plane = rest / ${g.o} * ${g.c} + c / ${g.og} * ${g.cg};
  int top = r * ${g.sy} - ${g.py};
  int left = q * ${g.sx} - ${g.px};
  float total = 0.0;
  for (int ch = 0; ch < ${g.cg}; ch++) {
    int from = ${program.int(x.offset)} + (plane + ch) * ${g.h} * ${g.w};
    int by = ${program.int(weight.offset)} + (c * ${g.cg} + ch) * ${g.kh} * ${g.kw};
    float part = 0.0;
    for (int ky = 0; ky < ${g.kh}; ky++) {
      int y = top + ky * ${g.dy};
      if (y < 0 || y >= ${g.h}) continue;
      for (int kx = 0; kx < ${g.kw}; kx++) {
        int z = left + kx * ${g.dx};
        if (z >= 0 && z < ${g.w}) part += ${image(`from + y * ${g.w} + z`)} * ${factor(`by + ky * ${g.kw} + kx`)};
      }
    }
    total += part;
  }
  total += ${start};
  return ${activation === 'identity' ? 'total' : program.function(`op_${activation}`)('total')};`;
  return program.call(
    geometry.results.reduce((size, n) => size * n, 1),
    body,
  );
}

/** The gradient by the images: to each pixel, from the windows that take it in. */
export function convolutionInputGradient(grad: Source, weight: Source, geometry: Geometry): Call {
  const program = new Program();
  const g = names(program, geometry);
  const [above, factor] = [program.texture(grad.texture), program.texture(weight.texture)];
  const body = `
  int z = i % ${g.w};
  int rest = i / ${g.w};
  int y = rest % ${g.h};
  rest /= ${g.h};
  int ch = rest % ${g.c};
  int first = ch / ${g.cg} * ${g.og};
  int plane = rest / ${g.c} * ${g.o} + first;
  ch %= ${g.cg};
  float total = 0.0;
  for (int c = 0; c < ${g.og}; c++) {
    int from = ${program.int(grad.offset)} + (plane + c) * ${g.rows} * ${g.columns};
    int by = ${program.int(weight.offset)} + ((first + c) * ${g.cg} + ch) * ${g.kh} * ${g.kw};
    float part = 0.0;
    for (int ky = 0; ky < ${g.kh}; ky++) {
      int r = y + ${g.py} - ky * ${g.dy};
      if (r < 0 || r % ${g.sy} != 0) continue;
      r /= ${g.sy};
      if (r >= ${g.rows}) continue;
      for (int kx = 0; kx < ${g.kw}; kx++) {
        int q = z + ${g.px} - kx * ${g.dx};
        if (q < 0 || q % ${g.sx} != 0) continue;
        q /= ${g.sx};
        if (q < ${g.columns}) part += ${above(`from + r * ${g.columns} + q`)} * ${factor(`by + ky * ${g.kw} + kx`)};
      }
    }
    total += part;
  }
  return total;`;
  return program.call(
    geometry.images.reduce((size, n) => size * n, 1),
    body,
  );
}

/** The gradient by the weight, from each image and each of its bands of rows: [weight, n * bands], to be summed. */
export function convolutionWeightGradient(grad: Source, x: Source, geometry: Geometry, bands: number): Call {
  const program = new Program();
  const g = names(program, geometry);
  const [above, image] = [program.texture(grad.texture), program.texture(x.texture)];
  const [n, o] = geometry.results;
  const { kernel } = geometry.windows;
  const parts = program.int(n * bands);
  const count = program.int(bands);
  const band = program.int(Math.ceil(geometry.results[2] / bands));
  const body = `
  int part = i % ${parts};
  int rest = i / ${parts};
  int kx = rest % ${g.kw};
  rest /= ${g.kw};
  int ky = rest % ${g.kh};
  rest /= ${g.kh};
  int c = rest / ${g.cg};
  int s = part / ${count};
  int begin = part % ${count} * ${band};
  int from = ${program.int(grad.offset)} + (s * ${g.o} + c) * ${g.rows} * ${g.columns};
  int plane = s * ${g.c} + c / ${g.og} * ${g.cg} + rest % ${g.cg};
  int by = ${program.int(x.offset)} + plane * ${g.h} * ${g.w};
  int left = kx * ${g.dx} - ${g.px};
  float total = 0.0;
  for (int r = begin; r < min(begin + ${band}, ${g.rows}); r++) {
    int y = r * ${g.sy} - ${g.py} + ky * ${g.dy};
    if (y < 0 || y >= ${g.h}) continue;
    float sum = 0.0;
    for (int q = 0; q < ${g.columns}; q++) {
      int z = q * ${g.sx} + left;
      if (z >= 0 && z < ${g.w}) sum += ${above(`from + r * ${g.columns} + q`)} * ${image(`by + y * ${g.w} + z`)};
    }
    total += sum;
  }
  return total;`;
  return program.call(o * (geometry.images[1] / geometry.groups) * kernel[0] * kernel[1] * n * bands, body);
}
