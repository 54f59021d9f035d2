import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape, type Shape } from '../shape.js';

/** The names of dimensions: letters, and `.0`, `.1` from the end for those that `...` stands for. */
export type Names = readonly string[];

/** An equation with a name for each dimension. */
export interface Equation {
  readonly operands: readonly Names[];
  readonly output: Names;
}

/** Reads an equation for operands of these shapes. */
export function parseEquation(equation: string, shapes: readonly Shape[]): Equation {
  const [left = '', right, ...more] = equation.replaceAll(' ', '').split('->');
  const terms = left.split(',');
  for (const term of [...terms, right ?? '']) {
    if (more.length > 0 || !/^[a-zA-Z]*(\.\.\.)?[a-zA-Z]*$/.test(term)) {
      throw new ArgumentError(
        `einsum: ${JSON.stringify(equation)} must be letters and ... for each operand, with commas between, and behind -> those of the result`,
      );
    }
  }
  if (terms.length !== shapes.length) {
    throw new ArgumentError(
      `einsum: ${JSON.stringify(equation)} has ${terms.length} operands, ${shapes.length} were given`,
    );
  }
  const operands = terms.map((term, i) => namesOf(equation, term, shapes[i]!));
  const all = operands.flat();
  const rest = [...new Set(all.filter((name) => name.startsWith('.')))].sort(
    (a, b) => Number(b.slice(1)) - Number(a.slice(1)),
  );
  if (right === undefined) {
    const once = all.filter((name) => !name.startsWith('.') && all.indexOf(name) === all.lastIndexOf(name));
    return { operands, output: [...rest, ...once.sort()] };
  }
  const [before = '', behind] = right.split('...');
  const output = [...before, ...(behind === undefined ? [] : rest), ...(behind ?? '')];
  for (const [i, name] of output.entries()) {
    if (!all.includes(name)) {
      throw new ArgumentError(`einsum: ${name} of the result is in no operand of ${JSON.stringify(equation)}`);
    }
    if (output.indexOf(name) !== i) {
      throw new ArgumentError(`einsum: ${name} is twice in the result of ${JSON.stringify(equation)}`);
    }
  }
  return { operands, output };
}

function namesOf(equation: string, term: string, shape: Shape): Names {
  const [before = '', behind] = term.split('...');
  const rest = shape.length - before.length - (behind ?? '').length;
  if (rest < 0 || (behind === undefined && rest > 0)) {
    throw new ShapeError(
      `einsum: ${JSON.stringify(term)} in ${JSON.stringify(equation)} does not name the dimensions of ${formatShape(shape)}`,
    );
  }
  const unnamed = Array.from({ length: rest }, (_, i) => `.${rest - 1 - i}`);
  return [...before, ...unnamed, ...(behind ?? '')];
}
