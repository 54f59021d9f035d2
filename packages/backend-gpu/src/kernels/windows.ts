/** Windows of images [n, c, h, w], which lie in row-major order, as columns [n, c * kh * kw, windows], and back. */
import type { Windows } from '@kindling/tensor-core/backend';
import { type Call, Program, type Source } from './program.js';

type Four = readonly [n: number, c: number, h: number, w: number];

/** How many windows images of a size have along one dimension. */
export function windowCount(size: number, { kernel, stride, padding, dilation }: Windows, d: 0 | 1): number {
  return Math.floor((size + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d]) + 1;
}

/** The windows as columns; in the padding they are 0. */
export function unfold(x: Source, windows: Windows): Call {
  const program = new Program();
  const [n, c, h, w] = x.shape as Four;
  const { kernel, stride, padding, dilation } = windows;
  const [rows, columns] = [windowCount(h, windows, 0), windowCount(w, windows, 1)];
  const [across, down] = [program.int(columns), program.int(rows)];
  const [kw, kh] = [program.int(kernel[1]), program.int(kernel[0])];
  const [width, height] = [program.int(w), program.int(h)];
  const element = program.texture(x.texture);
  const along = (place: string, inside: string, d: 0 | 1): string =>
    `${place} * ${program.int(stride[d])} - ${program.int(padding[d])} + ${inside} * ${program.int(dilation[d])}`;
  const body = `
  int rest = i / ${across};
  int z = ${along(`i % ${across}`, `rest / ${down} % ${kw}`, 1)};
  int y = ${along(`rest % ${down}`, `rest / (${down} * ${kw}) % ${kh}`, 0)};
  if (z < 0 || z >= ${width} || y < 0 || y >= ${height}) return 0.0;
  int plane = rest / (${down} * ${kw} * ${kh});
  return ${element(`${program.int(x.offset)} + (plane * ${height} + y) * ${width} + z`)};`;
  return program.call(n * c * kernel[0] * kernel[1] * rows * columns, body);
}

/** The adjoint of `unfold`: columns, which lie in row-major order, added up where they are in images. */
export function fold(from: Source, shape: readonly number[], windows: Windows): Call {
  const program = new Program();
  const [n, c, h, w] = shape as Four;
  const { kernel, stride, padding, dilation } = windows;
  const [across, down] = [program.int(windowCount(w, windows, 1)), program.int(windowCount(h, windows, 0))];
  const [kw, kh] = [program.int(kernel[1]), program.int(kernel[0])];
  const [width, height] = [program.int(w), program.int(h)];
  const [sy, sx] = [program.int(stride[0]), program.int(stride[1])];
  const element = program.texture(from.texture);
  const body = `
  int z = i % ${width} + ${program.int(padding[1])};
  int y = i / ${width} % ${height} + ${program.int(padding[0])};
  int base = ${program.int(from.offset)} + i / (${width} * ${height}) * ${kw} * ${kh} * ${across} * ${down};
  float total = 0.0;
  for (int ky = 0; ky < ${kh}; ky++) {
    int r = y - ky * ${program.int(dilation[0])};
    bool inside = r >= 0 && r % ${sy} == 0 && r / ${sy} < ${down};
    if (!inside) continue;
    for (int kx = 0; kx < ${kw}; kx++) {
      int q = z - kx * ${program.int(dilation[1])};
      if (q < 0 || q % ${sx} != 0 || q / ${sx} >= ${across}) continue;
      total += ${element(`base + ((ky * ${kw} + kx) * ${down} + r / ${sy}) * ${across} + q / ${sx}`)};
    }
  }
  return total;`;
  return program.call(n * c * h * w, body);
}
