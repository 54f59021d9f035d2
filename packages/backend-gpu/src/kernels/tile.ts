/**
 * Products of large matrices: a thread makes a tile of 4 x 4, so that every texel it reads is used four times. Operands
 * are laid out as planes first, textures with a row for each row, so that finding a texel takes no arithmetic.
 */
import type { Texture } from '../gpu-js.js';
import { type Around, finish } from './matmul.js';
import { type Call, Program, type Source } from './program.js';

/** The steps of four products summed by themselves, so that rounding errors grow slower. */
const BLOCK = 16;

const FOUR = [0, 1, 2, 3] as const;

/** A matrix as a plane: each texel has four elements of a row, 0 past its end. */
export function toPlane(x: Source): Call {
  const program = new Program();
  const [rows, columns] = x.shape as readonly [number, number];
  const [down, across] = x.strides as readonly [number, number];
  const size: readonly [number, number] = [Math.ceil(columns / 4), rows];
  const lines = ['ivec2 at = ivec2(gl_FragCoord.xy);'];
  if (across === 1 && down % 4 === 0 && x.offset % 4 === 0 && columns % 4 === 0) {
    const texel = program.texels(x.texture);
    const place = `${program.int(x.offset / 4)} + at.y * ${program.int(down / 4)} + at.x`;
    lines.push(`return ${texel(place)};`);
  } else {
    const element = program.texture(x.texture);
    const [step, width] = [program.int(across), program.int(columns)];
    lines.push('int c = at.x * 4;');
    lines.push(`int p = ${program.int(x.offset)} + at.y * ${program.int(down)} + c * ${step};`);
    const values = FOUR.map((k) => `c + ${k} < ${width} ? ${element(`p + ${k} * ${step}`)} : 0.0`);
    lines.push(`return vec4(${values.join(', ')});`);
  }
  return program.callPlane(size, lines.join('\n'));
}

/**
 * The product of an [m, k] and a [k, n] matrix in as many planes as a tile has rows, of every so manieth row each: from row 0, 1, 2
 * and so on. The rows of `a` are those of the left matrix, the rows of `b` the columns of the right one.
 */
export function multiplyPlanes(a: Texture, b: Texture, m: number, k: number, n: number, rows: number): Call {
  const program = new Program();
  const lines: string[] = [];
  const each = Array.from({ length: rows }, (_, i) => i);
  const reader = (texture: Texture, scale: string) => {
    const name = program.plane(texture);
    const [width, height] = [...texture.size].map((length) => program.float(1 / length));
    lines.push(`vec2 ${scale} = vec2(${width}, ${height});`);
    const read = program.function('kdPlane');
    return (x: string, y: string) => read(name, scale, x, y);
  };
  const [ofA, ofB] = [reader(a, 'scaleA'), reader(b, 'scaleB')];
  // All are middles of texels, so that rounding does not matter. Past the last row that row is read, for nothing.
  lines.push(
    'vec2 o = gl_FragCoord.xy;',
    'float x = o.x * 4.0 - 1.5;',
    `float y = o.y * ${rows}.0 - ${rows / 2 - 0.5};`,
  );
  for (const i of each) lines.push(`vec4 s${i} = vec4(0.0);`);
  lines.push('float j = 0.5;');
  lines.push(`for (int left = ${program.int(Math.ceil(k / 4))}; left > 0; left -= ${BLOCK}) {`);
  for (const i of each) lines.push(`vec4 t${i}part = vec4(0.0);`);
  lines.push(`for (int count = min(left, ${BLOCK}); count > 0; count--) {`);
  for (const i of FOUR) lines.push(`vec4 q${i} = ${ofB('j', `x + ${i}.0`)};`);
  for (const i of each) {
    lines.push(`vec4 p${i} = ${ofA('j', `y + ${i}.0`)};`);
    lines.push(`t${i}part += vec4(${FOUR.map((c) => `dot(p${i}, q${c})`).join(', ')});`);
  }
  lines.push('j += 1.0;', '}');
  for (const i of each) lines.push(`s${i} += t${i}part;`);
  lines.push('}');
  for (const i of each.slice(1)) lines.push(`result${i} = s${i};`);
  lines.push('return s0;');
  return program.callPlane([Math.ceil(n / 4), Math.ceil(m / rows)], lines.join('\n'), rows);
}

/** The elements of such planes row by row, and what comes after a product. */
export function fromPlanes(planes: readonly Texture[], m: number, n: number, around: Around): Call {
  const program = new Program();
  const wide = n % 4 === 0;
  const names = planes.map((texture) => program.plane(texture));
  const width = program.int(wide ? n / 4 : n);
  const variable = wide ? 'k' : 'i';
  const lines = [`int row = ${variable} / ${width};`, `int c = ${variable} % ${width};`];
  lines.push(`int x = ${wide ? 'c' : 'c >> 2'};`, `int y = row / ${planes.length};`, `int q = row % ${planes.length};`);
  const texel = program.function('kdPlaneAt');
  const texels = names.map((name) => texel(name, 'x', 'y'));
  lines.push(
    `vec4 texel = ${texels
      .slice(0, -1)
      .map((each, q) => `q == ${q} ? ${each} : `)
      .join('')}${texels.at(-1)};`,
  );
  lines.push(wide ? 'vec4 total = texel;' : `float total = ${program.function('kdPart')('texel', 'c & 3')};`);
  return finish(program, lines, m * n, around, wide);
}
