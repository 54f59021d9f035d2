/**
 * Products of large matrices on devices whose threads may write anywhere: a thread makes a tile of 8 x 8, or 4 x 4 where those
 * would be few, so that every texel it reads is used as often. Operands are read as they lie.
 */
import type { Texture } from '../gpu-js.js';
import { type Around, afterProduct, finish } from './matmul.js';
import { type Call, Program } from './program.js';

/** Threads that lie together, as many as a workgroup has, read few rows and columns: 8 x 8 tiles. */
const SIDE = 8;

/** The texels of the inner dimension summed by themselves, so that rounding errors grow slower. */
const BLOCK = 16;

/** Elements of a result from which on tiles are of 8 x 8. */
const LARGE = 2 ** 16;

/** A matrix in whole texels, which hold four elements of the inner dimension, or of the other one. */
export interface Operand {
  readonly texture: Texture;
  /** The number of the first texel. */
  readonly from: number;
  /** How many texels the next row, of elements that follow each other, is away. */
  readonly step: number;
  readonly along: 'inner' | 'outer';
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/**
 * The product of an [m, k] and a [k, n] matrix, in rows of whole texels. Operands along the inner dimension have zeros past
 * its end; where one is not, `k` is a multiple of four.
 */
export function multiplyStored(a: Operand, b: Operand, [m, k, n]: readonly number[], around: Around): Call {
  const side = m! * n! >= LARGE ? 8 : 4;
  const [rows, texels] = [upTo(side), upTo(side / 4)];
  const width = Math.ceil(n! / 4);
  const across = Math.ceil(width / texels.length / SIDE);
  const down = Math.ceil(m! / side / SIDE);
  const program = new Program();
  const after = afterProduct(program, around, true);
  const [ofM, ofWidth, ofAcross] = [program.int(m!), program.int(width), program.int(across)];
  const lines = [
    `int group = k / ${SIDE * SIDE};`,
    `int r = (group / ${ofAcross} * ${SIDE} + k / ${SIDE} % ${SIDE}) * ${side};`,
    `int c = (group % ${ofAcross} * ${SIDE} + k % ${SIDE}) * ${texels.length};`,
    // Of a tile that reaches past the end the last is read again, for nothing.
    `if (r < ${ofM} && c < ${ofWidth}) {`,
  ];
  const left = reader(program, 'a', a, rows, 'r', ofM, lines);
  const right = reader(program, 'b', b, upTo(side), 'c * 4', program.int(n!), lines);
  const each = (make: (i: number, j: number) => string): void =>
    void lines.push(rows.map((i) => texels.map((j) => make(i, j)).join(' ')).join('\n'));
  each((i, j) => `vec4 s${i}_${j} = vec4(0.0);`);
  lines.push(`for (int left = ${program.int(Math.ceil(k! / 4))}; left > 0; left -= ${BLOCK}) {`);
  each((i, j) => `vec4 p${i}_${j} = vec4(0.0);`);
  lines.push(`for (int q = min(left, ${BLOCK}); q > 0; q--) {`, ...left.reads, ...right.reads);
  const dots = (i: number, j: number): string[] => upTo(4).map((w) => `dot(a${i}, b${j * 4 + w})`);
  const products = (i: number, j: number): string[] =>
    upTo(4).map((w) => `${left.element(i, w)} * ${right.four(j, w)}`);
  if (a.along === 'inner' && b.along === 'inner') each((i, j) => `p${i}_${j} += vec4(${dots(i, j).join(', ')});`);
  else each((i, j) => `p${i}_${j} += ${products(i, j).join(' + ')};`);
  lines.push('}');
  each((i, j) => `s${i}_${j} += p${i}_${j};`);
  lines.push('}');
  each((i, j) => {
    const [row, column] = [`r + ${i}`, `c + ${j}`];
    const { adds, value } = after(`s${i}_${j}`, row, column);
    const store = `kdStore((${row}) * ${ofWidth} + ${column}, ${value});`;
    return `if (${row} < ${ofM} && ${column} < ${ofWidth}) { ${adds.join(' ')} ${store} }`;
  });
  lines.push('}');
  return program.callThreads(m! * width * 4, across * down * SIDE * SIDE, lines.join('\n'));
}

/** A product whose rows are whole texels, without what is past the end of each, and what comes after a product. */
export function unpadded(product: Texture, m: number, n: number, around: Around): Call {
  const program = new Program();
  const [width, step] = [program.int(n), program.int(Math.ceil(n / 4) * 4)];
  const lines = [`int row = i / ${width};`, `int c = i % ${width};`];
  lines.push(`float total = ${program.texture(product)(`row * ${step} + c`)};`);
  return finish(program, lines, m * n, around, false);
}

/** Statements that read what a tile takes of an operand in a step, after those that say where that begins. */
function reader(
  program: Program,
  name: 'a' | 'b',
  { texture, from, step, along }: Operand,
  outer: readonly number[],
  first: string,
  count: string,
  lines: string[],
) {
  const texel = program.texels(texture);
  const [begin, by] = [program.int(from), program.int(step)];
  const part = (w: number): string => 'xyzw'[w]!;
  if (along === 'inner') {
    for (const i of outer) lines.push(`int ${name}At${i} = ${begin} + min(${first} + ${i}, ${count} - 1) * ${by};`);
    return {
      reads: outer.map((i) => `vec4 ${name}${i} = ${texel(`${name}At${i}`)}; ${name}At${i}++;`),
      element: (i: number, w: number) => `${name}${i}.${part(w)}`,
      four: (j: number, w: number) =>
        `vec4(${upTo(4)
          .map((c) => `${name}${j * 4 + c}.${part(w)}`)
          .join(', ')})`,
    };
  }
  const fours = upTo(outer.length / 4);
  for (const j of fours) lines.push(`int ${name}At${j} = ${begin} + min((${first}) / 4 + ${j}, (${count} - 1) / 4);`);
  const reads = upTo(4).flatMap((w) =>
    fours.map((j) => `vec4 ${name}${w}_${j} = ${texel(`${name}At${j}`)}; ${name}At${j} += ${by};`),
  );
  return {
    reads,
    element: (i: number, w: number) => `${name}${w}_${i >> 2}.${part(i & 3)}`,
    four: (j: number, w: number) => `${name}${w}_${j}`,
  };
}
