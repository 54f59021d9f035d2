import { describe } from '@internal/arguments';
import { type FlatMatrix, type Step, type StepState, Table } from '@kindling/data';
import { ArgumentError } from '@kindling/tensor-core';

/** What one network is trained on, and what tells when it has learnt enough, as rows after rows of `width` numbers. */
export interface MemberRows {
  readonly learnt: Float32Array;
  readonly held: Float32Array;
  readonly width: number;
  /** The pipeline that made them; `null` where all networks take the same features. */
  readonly pipeline: Step | null;
}

/** The rows of each network, from 0, of which `part` leaves out those of its own number. */
export type RowsOfMember = (k: number) => MemberRows;

/** The features that all networks take. */
export function sharedRows(matrix: Float32Array, width: number, part: Int32Array): RowsOfMember {
  return (k) => ({
    learnt: gather(
      matrix,
      rowsWhere(part, (other) => other !== k),
      width,
    ),
    held: gather(
      matrix,
      rowsWhere(part, (other) => other === k),
      width,
    ),
    width,
    pipeline: null,
  });
}

/** What a new pipeline, which has seen the rows and labels of one network alone, makes of them and of those left out. */
export function pipelineRows(make: () => Step, table: Table, y: Int32Array, part: Int32Array): RowsOfMember {
  return (k) => {
    const learnt = rowsWhere(part, (other) => other !== k);
    const pipeline = checked(make());
    const x = table.take(learnt);
    const labels = Array.from(learnt, (row) => y[row]!);
    const made = pipeline.supervised === true ? pipeline.fitTransform(x, labels) : pipeline.fitTransform(x);
    const { data, columns } = numbersOf(made);
    const held = numbersOf(pipeline.transform(table.take(rowsWhere(part, (other) => other === k))));
    return { learnt: float32(data), held: float32(held.data), width: columns, pipeline };
  };
}

/** What a fitted pipeline makes of a table, for a network. */
export function pipelineMatrix(pipeline: Step, table: Table): Float32Array {
  return float32(numbersOf(pipeline.transform(table)).data);
}

function checked(step: Step): Step {
  const { fitTransform, transform, toJSON } = (step ?? {}) as Partial<Step>;
  if ([fitTransform, transform, toJSON].every((method) => typeof method === 'function')) return step;
  throw new ArgumentError(`classifier: pipeline must make a transformer, such as a Pipeline, got ${describe(step)}`);
}

function numbersOf(made: unknown): FlatMatrix {
  const flat = (made instanceof Table ? made.toMatrix() : made) as Partial<FlatMatrix> | null;
  if (!(flat?.data instanceof Float64Array || flat?.data instanceof Float32Array)) {
    throw new ArgumentError('classifier: the pipeline must make a table or a matrix of numbers');
  }
  const bad = flat.data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const [row, column] = [Math.floor(bad / flat.columns!), bad % flat.columns!];
    const name = flat.featureNames?.[column] ?? String(column);
    const hint = Number.isNaN(flat.data[bad]) ? '; fill what is missing, as by SimpleImputer' : '';
    throw new ArgumentError(`classifier: the pipeline makes ${flat.data[bad]} at row ${row}, column ${name}${hint}`);
  }
  return flat as FlatMatrix;
}

function float32(data: Float32Array | Float64Array): Float32Array {
  return data instanceof Float32Array ? data : Float32Array.from(data);
}

/** The rows whose part is as wanted. */
export function rowsWhere(part: Int32Array, wanted: (part: number) => boolean): Int32Array {
  return Int32Array.from([...part.keys()].filter((row) => wanted(part[row]!)));
}

function gather(matrix: Float32Array, rows: Int32Array, width: number): Float32Array {
  const gathered = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    gathered.set(matrix.subarray(row * width, (row + 1) * width), i * width);
  });
  return gathered;
}

/** A fitted pipeline as plain data, and how many numbers it makes of a row. */
export interface SavedPipeline {
  readonly inputs: number;
  readonly state: StepState;
}
