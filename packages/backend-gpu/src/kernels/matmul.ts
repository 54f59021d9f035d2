/** Products of matrices, one thread for an element or for four in a row. */
import type { Activation } from '@kindling/tensor-core/backend';
import { coalesce } from '../layout.js';
import { type Call, Program, type Source } from './program.js';

/** The products summed by themselves, so that rounding errors grow slower. */
const BLOCK = 64;

/** What becomes of a product on the way. */
export interface Around {
  /** Added to each row, [n]. */
  readonly bias?: Source | null;
  /** Added to each column, one for each row of the last two leading dimensions together. */
  readonly rowBias?: Source | null;
  /** Applied last. */
  readonly activation?: Activation;
  /** The result of an activation by whose slope the left matrix is multiplied first; of its shape. */
  readonly slope?: { readonly of: Activation; readonly y: Source };
}

/** The GLSL of one step along the inner dimension, and of the way there. */
interface Step {
  /** How many elements of the inner dimension it takes. */
  readonly takes: 1 | 4;
  /** Adds to `part`. */
  readonly body: string;
}

/** `[..., m, k] x [..., k, n]` with equal leading dimensions, every size at least 1. */
export function matmul(a: Source, b: Source, around: Around = {}): Call {
  const lead = a.shape.length - 2;
  const [k, n] = [a.shape[lead + 1]!, b.shape[lead + 1]!];
  const aligned = ({ offset, strides }: Source, along: number): boolean =>
    strides[along] === 1 && offset % 4 === 0 && strides.every((stride, d) => d === along || stride % 4 === 0);
  const columns = n % 4 === 0;
  if (columns && aligned(b, lead + 1)) return product(a, b, around, 'columns');
  const plain = around.slope === undefined && k % 4 === 0 && aligned(a, lead + 1) && aligned(b, lead);
  if (plain) return product(a, b, around, columns ? 'dots' : 'dot');
  return product(a, b, around, columns ? 'gathered' : 'element');
}

/**
 * @param way - `columns`: four elements of a row of the right matrix at once. `dots`, `dot`: four elements of the inner
 * dimension at once, for four elements of the result or one. `gathered`: four elements of a row of the right matrix, read one by
 * one. `element`: one by one.
 */
function product(a: Source, b: Source, around: Around, way: 'columns' | 'dot' | 'dots' | 'gathered' | 'element'): Call {
  const program = new Program();
  const lead = a.shape.length - 2;
  const [m, k, n] = [a.shape[lead]!, a.shape[lead + 1]!, b.shape[lead + 1]!];
  const wide = way === 'columns' || way === 'dots' || way === 'gathered';
  const type = wide ? 'vec4' : 'float';
  const zero = wide ? 'vec4(0.0)' : '0.0';
  const rows = [...a.shape.slice(0, lead), m];
  const width = program.int(wide ? n / 4 : n);
  const walk = (source: Source, strides: readonly number[], per: number): string => {
    const outer = coalesce(rows, [strides]);
    const steps = outer.strides[0]!.map((stride) => stride / per);
    return `${program.int(source.offset / per)} + ${program.distance('row', outer.shape, steps)}`;
  };
  const lines = [`int row = ${wide ? 'k' : 'i'} / ${width};`, `int c = ${wide ? 'k' : 'i'} % ${width};`];
  const start = (name: string, place: string): void => void lines.push(`int ${name} = ${place};`);
  const [ofA, ofB] = [a.strides.slice(0, lead + 1), [...b.strides.slice(0, lead), 0]];
  const texels = way === 'dot' || way === 'dots';
  const { slope } = around;
  let step: Step;
  if (texels) {
    const [left, right] = [program.texels(a.texture), program.texels(b.texture)];
    start('p', walk(a, ofA, 4));
    const along = program.int(b.strides[lead + 1]! / 4);
    start('q', `${walk(b, ofB, 4)} + c * ${way === 'dots' ? '4 * ' : ''}${along}`);
    const dots = ['q', `q + ${along}`, `q + 2 * ${along}`, `q + 3 * ${along}`].map((at) => `dot(u, ${right(at)})`);
    const sum = way === 'dots' ? `vec4(${dots.join(', ')})` : dots[0]!;
    step = { takes: 4, body: `vec4 u = ${left('p')}; part += ${sum}; p++; q++;` };
  } else {
    const per = way === 'columns' ? 4 : 1;
    const element = way === 'columns' ? program.texels(b.texture) : program.texture(b.texture);
    const along = program.int(way === 'columns' ? 1 : b.strides[lead + 1]!);
    const four = ['q', `q + ${along}`, `q + 2 * ${along}`, `q + 3 * ${along}`];
    const right = (at: string): string =>
      way === 'gathered' ? `vec4(${four.map((each) => element(each)).join(', ')})` : element(at);
    start('p', walk(a, ofA, 1));
    start('q', `${walk(b, ofB, per)} + c * ${way === 'gathered' ? '4 * ' : ''}${along}`);
    let value = program.texture(a.texture)('p');
    const moves = [`p += ${program.int(a.strides[lead + 1]!)};`, `q += ${program.int(b.strides[lead]! / per)};`];
    if (slope !== undefined) {
      start('s', walk(slope.y, slope.y.strides.slice(0, lead + 1), 1));
      moves.push(`s += ${program.int(slope.y.strides[lead + 1]!)};`);
      value = program.function(`slope_${slope.of}`)(value, program.texture(slope.y.texture)('s'));
    }
    step = { takes: 1, body: `part += ${value} * ${right('q')}; ${moves.join(' ')}` };
  }
  lines.push(`${type} total = ${zero};`);
  lines.push(`for (int left = ${program.int(k / step.takes)}; left > 0; left -= ${BLOCK / step.takes}) {`);
  lines.push(`${type} part = ${zero};`);
  lines.push(`for (int j = min(left, ${BLOCK / step.takes}); j > 0; j--) { ${step.body} }`, 'total += part;', '}');
  return finish(
    program,
    lines,
    rows.reduce((count, length) => count * length, n),
    around,
    wide,
  );
}

/**
 * What comes after a product: statements that add to `total`, four elements of a row (`wide`) or one, in row `row` and column
 * `c` (of texels), and its value then.
 */
export function afterProduct(
  program: Program,
  { bias, rowBias, activation = 'identity' }: Around,
  wide: boolean,
): (total: string, row: string, c: string) => { readonly adds: readonly string[]; readonly value: string } {
  const added: ((row: string, c: string) => string)[] = [];
  if (bias) {
    const { texture, offset, strides } = bias;
    if (wide && strides[0] === 1 && offset % 4 === 0) {
      const [texel, from] = [program.texels(texture), program.int(offset / 4)];
      added.push((_, c) => texel(`${from} + ${c}`));
    } else {
      const [element, from, along] = [program.texture(texture), program.int(offset), program.int(strides[0]!)];
      const at = (column: string): string => element(`${from} + (${column}) * ${along}`);
      const four = (c: string): string[] => [0, 1, 2, 3].map((k) => at(`(${c}) * 4 + ${k}`));
      added.push((_, c) => (wide ? `vec4(${four(c).join(', ')})` : at(c)));
    }
  }
  if (rowBias) {
    const { texture, shape, strides, offset } = rowBias;
    const [element, from] = [program.texture(texture), program.int(offset)];
    const [rows, along] = [program.int(shape[0]!), program.int(strides[0]!)];
    added.push((row) => element(`${from} + (${row}) % ${rows} * ${along}`));
  }
  const activate = activation === 'identity' ? (x: string) => x : program.function(`op_${activation}`);
  return (total, row, c) => ({
    adds: added.map((value) => `${total} += ${value(row, c)};`),
    value:
      wide && activation !== 'identity'
        ? `vec4(${[...'xyzw'].map((part) => activate(`${total}.${part}`)).join(', ')})`
        : activate(total),
  });
}

/** The call of lines that declare `total`, `row` and `c`, as {@link afterProduct} takes them: with what comes after the product. */
export function finish(program: Program, lines: string[], size: number, around: Around, wide: boolean): Call {
  const { adds, value } = afterProduct(program, around, wide)('total', 'row', 'c');
  const body = [...lines, ...adds, `return ${value};`].join('\n');
  return wide ? program.callTexels(size, body) : program.call(size, body);
}
