import { clean, describe, wrong } from '@internal/arguments';
import { ArgumentError, type Tensor } from '@kindling/tensor-core';
import type { Labels } from '../splits/splitter.js';
import type { Table } from '../table/table.js';
import type { CategoryRows } from './categories.js';
import type { FlatMatrix, Matrix } from './matrix.js';
import type { FitOptions } from './sample-weight.js';

/** What a step takes: numbers, or categories. */
export type StepInput = Matrix | CategoryRows;

/** What comes out of steps, by what went in: encoders make a flat matrix of a table, others keep its form. */
export type StepOutput<X extends StepInput> = X extends Table
  ? Table | FlatMatrix
  : X extends Tensor
    ? Tensor | FlatMatrix
    : X extends FlatMatrix
      ? FlatMatrix
      : Matrix;

/** What a `Pipeline` or a `ColumnTransformer` is made of: every scaler, encoder, imputer and selector is one. */
export interface Step {
  /** Whether it needs the labels. */
  readonly supervised?: boolean;
  fit(x: StepInput, y?: Labels | FitOptions): unknown;
  transform(x: StepInput): Matrix;
  fitTransform(x: StepInput, y?: Labels): Matrix;
  inverseTransform?(x: Matrix): unknown;
  featureNamesOut(): readonly string[] | undefined;
  toJSON(): StepState;
}

/** A step as plain data. */
export interface StepState {
  readonly format: string;
}

/** Classes of steps by their names: `{ StandardScaler, PCA }`. */
export type StepKinds = Readonly<Record<string, { fromJSON(state: never, kinds?: StepKinds): Step }>>;

/** Throws unless it is a step. */
export function checkStep(where: string, name: string, step: unknown): void {
  const { fit, transform } = (step ?? {}) as Partial<Step>;
  if (typeof fit === 'function' && typeof transform === 'function') return;
  throw new ArgumentError(`${where}: "${clean(name)}" must be a transformer, got ${describe(step)}`);
}

/** Throws unless each name is a text of its own. */
export function checkStepNames(where: string, names: readonly unknown[]): void {
  for (const [i, name] of names.entries()) {
    if (typeof name !== 'string' || name === '' || name.includes('__'))
      throw new ArgumentError(`${where}: the name of step ${i} must be a text without __, got ${describe(name)}`);
    if (names.indexOf(name) < i) throw new ArgumentError(`${where}: two steps are called "${clean(name)}"`);
  }
}

/** Throws unless classes of one's own are given by their names. */
export function checkKinds(where: string, kinds: unknown): void {
  const named = typeof kinds === 'object' && kinds !== null && !Array.isArray(kinds) && !(kinds instanceof Promise);
  if (!named || !Object.values(kinds).every((one) => typeof one === 'function'))
    wrong(ArgumentError, where, 'the kinds', 'an object of classes by their names', kinds);
}

/** The step that a state is of. */
export function stepFrom(where: string, state: unknown, kinds: StepKinds): Step {
  const { format } = (state ?? {}) as Partial<StepState>;
  if (typeof format !== 'string') throw new ArgumentError(`${where}: expects what toJSON gave, got ${describe(state)}`);
  const name = format.replace(/^kindling\./, '');
  const Kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (Kind === undefined) {
    throw new ArgumentError(
      `${where}: it has a ${clean(name)}; pass the class, as in fromJSON(state, { ${clean(name)} })`,
    );
  }
  return Kind.fromJSON(state as never, kinds);
}

/** Fits a step, with the labels where it needs them. */
export function fitStep(step: Step, x: StepInput, y: Labels | undefined): void {
  if (step.supervised === true) step.fit(x, y);
  else step.fit(x);
}

/** Fits a step and gives what it makes of the rows. */
export function fitTransformStep(step: Step, x: StepInput, y: Labels | undefined): Matrix {
  return step.supervised === true ? step.fitTransform(x, y) : step.fitTransform(x);
}
