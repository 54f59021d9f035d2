import { checkOptions, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { FlatMatrix } from './matrix.js';
import { checkFlag, type Learned, readState, Transformer, type TransformerState } from './transformer.js';

/** Which products `PolynomialFeatures` makes. */
export interface PolynomialFeaturesOptions {
  /** The highest degree, or the lowest and the highest; 2 by default. */
  readonly degree?: number | readonly [least: number, most: number];
  /** Whether no column is multiplied by itself; false by default. */
  readonly interactionOnly?: boolean;
  /** Whether there is a column of ones; true by default. */
  readonly includeBias?: boolean;
}

/**
 * Adds the products of columns: scikit-learn's `PolynomialFeatures`, in its order. Throws where a value is missing or infinite, or the
 * columns are not those it was fitted to.
 *
 * @example
 * ```ts
 * import { PolynomialFeatures } from '@kindling/data';
 *
 * console.log(new PolynomialFeatures().fitTransform([[2, 3]])); // => [ [ 1, 2, 3, 4, 6, 9 ] ]
 * ```
 */
export class PolynomialFeatures extends Transformer {
  protected override readonly name = 'PolynomialFeatures';
  protected override readonly nan = 'error';
  private readonly degree: readonly [number, number];
  private readonly interactionOnly: boolean;
  private readonly includeBias: boolean;
  private terms: readonly (readonly number[])[] = [];

  constructor(options: PolynomialFeaturesOptions = {}) {
    super();
    const where = 'PolynomialFeatures';
    checkOptions(ArgumentError, where, options, { degree: 1, interactionOnly: 1, includeBias: 1 });
    const { degree = 2, interactionOnly = false, includeBias = true } = options;
    const range = typeof degree === 'number' ? [0, degree] : degree;
    const [least, most] = Array.isArray(range) && range.length === 2 ? (range as [number, number]) : [-1, -1];
    if (!(Number.isSafeInteger(least) && Number.isSafeInteger(most) && least >= 0 && most >= least)) {
      throw new ArgumentError(
        `${where}: degree must be a whole number, or two from the lesser to the greater, got ${describe(degree)}`,
      );
    }
    checkFlag(where, 'interactionOnly', interactionOnly);
    checkFlag(where, 'includeBias', includeBias);
    this.degree = [least, most];
    this.interactionOnly = interactionOnly;
    this.includeBias = includeBias;
  }

  /** The one that `toJSON` gave; throws where it is none. */
  static fromJSON(state: TransformerState): PolynomialFeatures {
    const read = readState('PolynomialFeatures', state, {});
    const made = new PolynomialFeatures(read.options).restore(read);
    if (made.columns !== undefined) made.terms = made.termsOf(made.columns);
    return made;
  }

  protected override outNames(names: readonly string[] | undefined): readonly string[] | undefined {
    return names && this.terms.map((term) => nameOf(term, names));
  }

  protected override learn({ columns }: FlatMatrix): void {
    this.terms = this.termsOf(columns);
  }

  /** The columns that are multiplied for each term, by degree and then in order. */
  private termsOf(columns: number): number[][] {
    const [least, most] = this.degree;
    const terms: number[][] = this.includeBias ? [[]] : [];
    let last: number[][] = [[]];
    for (let degree = 1; degree <= most; degree++) {
      last = last.flatMap((term) => {
        const from = term.length === 0 ? 0 : term.at(-1)! + Number(this.interactionOnly);
        return Array.from({ length: Math.max(0, columns - from) }, (_, j) => [...term, from + j]);
      });
      if (degree >= least) terms.push(...last);
      if (terms.length > 1e6)
        throw new ArgumentError(`PolynomialFeatures: more than a million terms of ${columns} columns`);
    }
    if (terms.length === 0) throw new ArgumentError('PolynomialFeatures: no term is left; raise degree or includeBias');
    return terms;
  }

  protected override apply({ data, rows, columns }: FlatMatrix): FlatMatrix {
    const width = this.terms.length;
    const out = data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
    for (let i = 0, at = 0; i < rows; i++) {
      const row = i * columns;
      for (const term of this.terms) {
        let product = term.length === 0 ? 1 : data[row + term.at(-1)!]!;
        // From the last on, which is how scikit-learn rounds.
        for (let k = term.length - 2; k >= 0; k--) product *= data[row + term[k]!]!;
        out[at++] = product;
      }
    }
    return { data: out, rows, columns: width };
  }

  protected override learned(): Learned {
    return {};
  }

  protected override options(): Record<string, unknown> {
    const { degree, interactionOnly, includeBias } = this;
    return { degree, interactionOnly, includeBias };
  }
}

/** `a^2 b` for the columns a, a, b. */
function nameOf(term: readonly number[], names: readonly string[]): string {
  const powers = new Map<number, number>();
  for (const j of term) powers.set(j, (powers.get(j) ?? 0) + 1);
  const parts = Array.from(powers, ([j, power]) => (power === 1 ? names[j]! : `${names[j]}^${power}`));
  return parts.length === 0 ? '1' : parts.join(' ');
}
