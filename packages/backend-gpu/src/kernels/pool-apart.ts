/** Max-pooling by windows that are all apart from each other: nothing has to be looked up, and no element is in two. */
import type { Shape } from '@kindling/tensor-core/backend';
import { imagesOf, place } from './pool.js';
import { type Call, Program, type Source } from './program.js';

/** Windows along one dimension that all have one length, and lie one length and then none or some elements apart. */
export interface Apart {
  readonly windows: number;
  readonly length: number;
  readonly stride: number;
}

const PARTS = 'xyzw';

/** The largest element of each window, and in a second texture where it is. */
export function largestApart(x: Source, rows: Apart, columns: Apart): Call {
  if (columns.stride <= 4 && [x.offset, x.shape[3]!, columns.windows].every((n) => n % 4 === 0))
    return largestOfFour(x, rows, columns);
  const program = new Program();
  const [planes, h, w] = imagesOf(x.shape);
  const element = program.texture(x.texture);
  const width = program.int(w);
  const beats = program.function('beats_max');
  const body = `${place(program.int(rows.windows), program.int(columns.windows))}
  int from = ${program.int(x.offset)} + plane * ${program.int(h)} * ${width};
  int left = z * ${program.int(columns.stride)};
  int right = left + ${program.int(columns.length)};
  int top = y * ${program.int(rows.stride)};
  int bottom = top + ${program.int(rows.length)};
  int position = top * ${width} + left;
  float best = ${element('from + position')};
  for (int r = top; r < bottom; r++) {
    for (int q = left; q < right; q++) {
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

/** As {@link largestApart}, of four windows in a row at once, whose rows are whole texels. */
function largestOfFour(x: Source, rows: Apart, columns: Apart): Call {
  const program = new Program();
  const [planes, h, w] = imagesOf(x.shape);
  const texel = program.texels(x.texture);
  const width = program.int(w);
  const beats = program.function('beats_max');
  const { stride, length } = columns;
  const texels = Array.from({ length: stride }, (_, d) => `vec4 x${d} = ${texel(`p + ${d}`)};`);
  const comparisons: string[] = [];
  for (let t = 0; t < length; t++) {
    for (const [j, part] of [...PARTS].entries()) {
      const at = j * stride + t;
      const value = `x${at >> 2}.${PARTS[at & 3]}`;
      comparisons.push(
        `if (${beats(value, `best.${part}`)} > 0.0) { best.${part} = ${value}; position.${part} = first + ${at}.0; }`,
      );
    }
  }
  const starts = [0, 1, 2, 3].map((j) => `float(begin + ${j * stride})`);
  const body = `${place(program.int(rows.windows), program.int(columns.windows / 4), 'k')}
  int top = y * ${program.int(rows.stride)};
  int begin = top * ${width} + z * ${4 * stride};
  int p = ${program.int(x.offset / 4)} + plane * ${program.int(h)} * (${width} / 4) + begin / 4;
  vec4 best = vec4(-${program.function('kdInf')()});
  vec4 position = vec4(${starts.join(', ')});
  float first = float(begin);
  for (int r = 0; r < ${program.int(rows.length)}; r++) {
    ${texels.join('\n')}
    ${comparisons.join('\n')}
    p += ${width} / 4;
    first += float(${width});
  }
  result1 = position;
  return best;`;
  return program.callTexels(planes * rows.windows * columns.windows, body, 2);
}

/** The gradient of {@link largestApart}: to each element that of the one window that has it, if it is the largest there. */
export function largestApartGradient(grad: Source, indices: Source, shape: Shape, rows: Apart, columns: Apart): Call {
  if (shape[3]! % 4 === 0 && 4 % columns.stride === 0) return gradientOfFour(grad, indices, shape, rows, columns);
  const program = new Program();
  const [planes, h, w] = imagesOf(shape);
  const [above, position] = [program.texture(grad.texture), program.texture(indices.texture)];
  const [height, width] = [program.int(h), program.int(w)];
  const [down, across] = [program.int(rows.stride), program.int(columns.stride)];
  const [windowsDown, windowsAcross] = [program.int(rows.windows), program.int(columns.windows)];
  const body = `${place(height, width)}
  int r = y / ${down};
  int q = z / ${across};
  if (r >= ${windowsDown} || q >= ${windowsAcross}) return 0.0;
  int at = (plane * ${windowsDown} + r) * ${windowsAcross} + q;
  if (int(${position(`${program.int(indices.offset)} + at`)}) != y * ${width} + z) return 0.0;
  return ${above(`${program.int(grad.offset)} + at`)};`;
  return program.call(planes * h * w, body);
}

/** As {@link largestApartGradient}, for four elements in a row at once. */
function gradientOfFour(grad: Source, indices: Source, shape: Shape, rows: Apart, columns: Apart): Call {
  const program = new Program();
  const [planes, h, w] = imagesOf(shape);
  const [above, position] = [program.texture(grad.texture), program.texture(indices.texture)];
  const [height, width] = [program.int(h), program.int(w / 4)];
  const [windowsDown, windowsAcross] = [program.int(rows.windows), program.int(columns.windows)];
  const { stride } = columns;
  const found = Array.from({ length: 4 / stride }, (_, m) => {
    const at = `at + ${m}`;
    return `
  int p${m} = -1;
  float g${m} = 0.0;
  if (q + ${m} < ${windowsAcross}) {
    p${m} = int(${position(`${program.int(indices.offset)} + ${at}`)});
    g${m} = ${above(`${program.int(grad.offset)} + ${at}`)};
  }`;
  });
  const own = [0, 1, 2, 3].map((j) => {
    const m = Math.floor(j / stride);
    return `(p${m} == own + ${j} ? g${m} : 0.0)`;
  });
  const body = `${place(height, width, 'k')}
  int r = y / ${program.int(rows.stride)};
  if (r >= ${windowsDown}) return vec4(0.0);
  int q = z * ${4 / stride};
  int at = (plane * ${windowsDown} + r) * ${windowsAcross} + q;
  int own = (y * ${width} + z) * 4;
  ${found.join('\n')}
  return vec4(${own.join(', ')});`;
  return program.callTexels(planes * h * w, body);
}
