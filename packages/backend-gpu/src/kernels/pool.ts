/** Pooling of images that lie in row-major order; tables say which elements each window takes in. */
import type { Shape } from '@kindling/tensor-core/backend';
import type { Texture } from '../gpu-js.js';
import { type Call, Program, type Source } from './program.js';

/**
 * The windows along one dimension, in a texture: for each the start, the end and the weight; then, for each element,
 * the first window that may have it, and the one behind the last.
 */
export interface Table {
  readonly texture: Texture;
  /** How many windows there are. */
  readonly windows: number;
  readonly step: number;
}

type Get = (at: string) => string;

/** Declares the coordinates of the element number `i`, or what else is counted, of images with `rows` and `columns`. */
export const place = (rows: string, columns: string, number = 'i'): string => `
  int z = ${number} % ${columns};
  int rest = ${number} / ${columns};
  int y = rest % ${rows};
  int plane = rest / ${rows};`;

const whole = (get: Get, at: string): string => `int(${get(at)})`;

/** The largest element of each window, and in a second texture where it is. */
export function largest(x: Source, rows: Table, columns: Table): Call {
  const program = new Program();
  const [planes, h, w] = imagesOf(x.shape);
  const element = program.texture(x.texture);
  const [down, across] = [program.texture(rows.texture), program.texture(columns.texture)];
  const [height, width] = [program.int(h), program.int(w)];
  const beats = program.function('beats_max');
  const body = `${place(program.int(rows.windows), program.int(columns.windows))}
  int from = ${program.int(x.offset)} + plane * ${height} * ${width};
  int left = ${whole(across, 'z * 3')};
  int right = ${whole(across, 'z * 3 + 1')};
  int bottom = ${whole(down, 'y * 3 + 1')};
  int position = ${whole(down, 'y * 3')} * ${width} + left;
  float best = ${element('from + position')};
  for (int r = ${whole(down, 'y * 3')}; r < bottom; r += ${program.int(rows.step)}) {
    for (int q = left; q < right; q += ${program.int(columns.step)}) {
      float value = ${element(`from + r * ${width} + q`)};
      if (${beats('value', 'best')} > 0.0) {
        best = value;
        position = r * ${width} + q;
      }
    }
  }
  other1 = float(position);
  return best;`;
  return program.call(planes * rows.windows * columns.windows, body, 2);
}

/** The sum of each window, times the weights of its row and of its column. */
export function average(x: Source, rows: Table, columns: Table): Call {
  const program = new Program();
  const [planes, h, w] = imagesOf(x.shape);
  const element = program.texture(x.texture);
  const [down, across] = [program.texture(rows.texture), program.texture(columns.texture)];
  const width = program.int(w);
  const body = `${place(program.int(rows.windows), program.int(columns.windows))}
  int from = ${program.int(x.offset)} + plane * ${program.int(h)} * ${width};
  int left = ${whole(across, 'z * 3')};
  int right = ${whole(across, 'z * 3 + 1')};
  int bottom = ${whole(down, 'y * 3 + 1')};
  float total = 0.0;
  for (int r = ${whole(down, 'y * 3')}; r < bottom; r += ${program.int(rows.step)}) {
    float part = 0.0;
    for (int q = left; q < right; q += ${program.int(columns.step)}) part += ${element(`from + r * ${width} + q`)};
    total += part;
  }
  return total * ${down('y * 3 + 2')} * ${across('z * 3 + 2')};`;
  return program.call(planes * rows.windows * columns.windows, body);
}

/**
 * To each element of images of `shape`, the gradient of the windows that have it: of those whose largest it is by
 * `indices`, else of all, by their weights.
 */
export function poolGradient(grad: Source, indices: Source | null, shape: Shape, rows: Table, columns: Table): Call {
  const program = new Program();
  const [planes, h, w] = imagesOf(shape);
  const above = program.texture(grad.texture);
  const [down, across] = [program.texture(rows.texture), program.texture(columns.texture)];
  const [height, width] = [program.int(h), program.int(w)];
  const [windowsDown, windowsAcross] = [program.int(rows.windows), program.int(columns.windows)];
  const at = `r * ${windowsAcross} + q`;
  const sum =
    indices === null
      ? `
      if (z >= ${whole(across, 'q * 3')} && z < ${whole(across, 'q * 3 + 1')} &&
          (z - ${whole(across, 'q * 3')}) % ${program.int(columns.step)} == 0) {
        total += ${above(`from + ${at}`)} * ${down('r * 3 + 2')} * ${across('q * 3 + 2')};
      }`
      : `if (int(${program.texture(indices.texture)(`${program.int(indices.offset)} + base + ${at}`)}) == own) total += ${above(`from + ${at}`)};`;
  const within =
    indices === null
      ? `
    if (y < ${whole(down, 'r * 3')} || y >= ${whole(down, 'r * 3 + 1')}) continue;
    if ((y - ${whole(down, 'r * 3')}) % ${program.int(rows.step)} != 0) continue;`
      : '';
  const body = `${place(height, width)}
  int base = plane * ${windowsDown} * ${windowsAcross};
  int from = ${program.int(grad.offset)} + base;
  int own = y * ${width} + z;
  int left = ${whole(across, `${windowsAcross} * 3 + z * 2`)};
  int right = ${whole(across, `${windowsAcross} * 3 + z * 2 + 1`)};
  int bottom = ${whole(down, `${windowsDown} * 3 + y * 2 + 1`)};
  float total = 0.0;
  for (int r = ${whole(down, `${windowsDown} * 3 + y * 2`)}; r < bottom; r++) {${within}
    for (int q = left; q < right; q++) {
      ${sum}
    }
  }
  return total;`;
  return program.call(planes * h * w, body);
}

export function imagesOf(shape: Shape): readonly [planes: number, h: number, w: number] {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  return [n * c, h, w];
}
