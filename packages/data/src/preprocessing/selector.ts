import type { FlatMatrix } from './matrix.js';
import { InvertibleTransformer } from './transformer.js';

/** What all that keep some columns have in common. */
export abstract class Selector extends InvertibleTransformer {
  /** 1 for each column that is kept, 0 for others. */
  support: Float64Array | undefined;

  protected override outNames(names: readonly string[] | undefined): readonly string[] | undefined {
    return names?.filter((_, j) => this.support?.[j] === 1);
  }

  protected override outColumns(): number {
    return this.support!.reduce((sum, kept) => sum + kept, 0);
  }

  protected override apply({ data, rows, columns }: FlatMatrix): FlatMatrix {
    const kept = Array.from(this.support!.keys()).filter((j) => this.support![j] === 1);
    const width = kept.length;
    const out = data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
    for (let i = 0, at = 0; i < rows; i++) for (const j of kept) out[at++] = data[i * columns + j]!;
    return { data: out, rows, columns: width };
  }

  /** Zeros stand where a column was left out. */
  protected override undo({ data, rows }: FlatMatrix): FlatMatrix {
    const support = this.support!;
    const columns = support.length;
    const out = data instanceof Float32Array ? new Float32Array(rows * columns) : new Float64Array(rows * columns);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) if (support[j] === 1) out[i * columns + j] = data[at++]!;
    }
    return { data: out, rows, columns };
  }
}
