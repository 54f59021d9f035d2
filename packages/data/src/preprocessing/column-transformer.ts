import { checkOptions, clean, describe } from '@internal/arguments';
import { ArgumentError, ShapeError } from '@kindling/tensor-core';
import type { Labels } from '../splits/splitter.js';
import type { ColumnType } from '../table/column.js';
import type { Table } from '../table/table.js';
import { type FlatMatrix, flatten, isTable, type Matrix } from './matrix.js';
import { pickColumns, placesFor, shapeOf } from './pick-columns.js';
import type { Features } from './preprocessor.js';
import {
  checkStep,
  checkStepNames,
  fitTransformStep,
  type Step,
  type StepInput,
  type StepKinds,
  type StepState,
  stepFrom,
} from './step.js';

/** Columns by name, by place from 0, or by the types that a `Table` has given them. */
export type ColumnChoice =
  | string
  | readonly (string | number)[]
  | { readonly type: ColumnType | readonly ColumnType[] };

/** A name, what is done, and with which columns. */
export type ColumnStep = readonly [name: string, step: Step | 'passthrough' | 'drop', columns: ColumnChoice];

/** What `ColumnTransformer` does with other columns. */
export interface ColumnTransformerOptions {
  /** Whether columns that no step takes are left out (the default), come last as they are, or go through a transformer. */
  readonly remainder?: 'drop' | 'passthrough' | Step;
  /** Whether names of columns that come out begin with the step's: `scale__age`; true by default. */
  readonly verboseFeatureNamesOut?: boolean;
}

/** A step with the columns that it was fitted to. */
interface Part {
  readonly name: string;
  readonly step: Step | 'passthrough' | 'drop';
  readonly places: readonly number[];
}

interface Fitted {
  readonly columns: number;
  readonly inputNames: readonly string[] | undefined;
  readonly parts: readonly Part[];
  readonly names: readonly string[];
}

/** A column transformer as plain data. */
export interface ColumnTransformerState extends StepState {
  readonly format: 'kindling.ColumnTransformer';
  readonly version: 1;
  readonly steps: readonly {
    readonly name: string;
    readonly step: StepState | 'passthrough' | 'drop';
    readonly columns: ColumnChoice;
  }[];
  readonly remainder: StepState | 'passthrough' | 'drop';
  readonly verboseFeatureNamesOut: boolean;
  readonly fitted: {
    readonly columns: number;
    readonly inputNames: readonly string[] | null;
    readonly places: readonly (readonly number[])[];
    readonly names: readonly string[];
  } | null;
}

/**
 * Sends each column through the transformer that it needs, and puts the results side by side: scikit-learn's `ColumnTransformer`, dense.
 * Columns of a `Table` are found by name, in any order; columns that it was not fitted to are not looked at.
 *
 * @throws `ArgumentError` where a step is no transformer, two have one name, or a column is not there.
 * @example
 * ```ts
 * import { ColumnTransformer, OneHotEncoder, StandardScaler, Table } from '@kindling/data';
 *
 * const table = Table.from({ age: [20, 30, 40], town: ['Ulm', 'Bonn', 'Ulm'], note: ['x', 'y', 'z'] });
 * const columns = new ColumnTransformer([
 *   ['scale', new StandardScaler(), { type: 'numeric' }],
 *   ['towns', new OneHotEncoder({ handleUnknown: 'ignore' }), ['town']],
 * ]).fit(table);
 * const { featureNames, data } = columns.transform(Table.from({ town: ['Rom'], age: [30] }));
 * console.log(featureNames, data); // => [ 'scale__age', 'towns__town=Bonn', 'towns__town=Ulm' ] Float64Array(3) [ 0, 0, 0 ]
 * ```
 */
export class ColumnTransformer {
  private readonly steps: readonly ColumnStep[];
  private readonly remainder: 'drop' | 'passthrough' | Step;
  private readonly verbose: boolean;
  private fitted: Fitted | undefined;

  constructor(steps: readonly ColumnStep[], options: ColumnTransformerOptions = {}) {
    const where = 'ColumnTransformer';
    checkOptions(ArgumentError, where, options, { remainder: 1, verboseFeatureNamesOut: 1 });
    const { remainder = 'drop', verboseFeatureNamesOut = true } = options;
    if (!Array.isArray(steps) || steps.some((one) => !Array.isArray(one) || one.length !== 3))
      throw new ArgumentError(`${where}: expects a list of [name, transformer, columns], got ${describe(steps)}`);
    checkStepNames(
      where,
      steps.map(([name]) => name),
    );
    for (const [name, step] of [...steps, ['remainder', remainder] as const])
      if (step !== 'passthrough' && step !== 'drop') checkStep(where, name, step);
    if (typeof verboseFeatureNamesOut !== 'boolean')
      throw new ArgumentError(`${where}: verboseFeatureNamesOut must be true or false`);
    this.steps = steps;
    this.remainder = remainder;
    this.verbose = verboseFeatureNamesOut;
  }

  /**
   * The one that `toJSON` gave.
   *
   * @param kinds - the classes of its transformers; `transformerFrom` knows all of this package.
   * @throws `ArgumentError` where it is none, or a class is not among those given.
   */
  static fromJSON(state: ColumnTransformerState, kinds: StepKinds = {}): ColumnTransformer {
    const where = 'ColumnTransformer.fromJSON';
    const { format, version, steps, fitted } = (state ?? {}) as Partial<ColumnTransformerState>;
    if (format !== 'kindling.ColumnTransformer' || !Array.isArray(steps))
      throw new ArgumentError(`${where}: expects what toJSON gave, got ${describe(state)}`);
    if (version !== 1) throw new ArgumentError(`${where}: version ${describe(version)} is not known, only 1`);
    const load = (one: StepState | 'passthrough' | 'drop'): Step | 'passthrough' | 'drop' =>
      one === 'passthrough' || one === 'drop' ? one : stepFrom(where, one, kinds);
    const made = new ColumnTransformer(
      steps.map(({ name, step, columns }) => [name, load(step), columns] as const),
      { remainder: load(state.remainder), verboseFeatureNamesOut: state.verboseFeatureNamesOut },
    );
    if (fitted === null || fitted === undefined) return made;
    const { columns, inputNames, places, names } = fitted;
    const inside = (list: unknown): boolean =>
      Array.isArray(list) && list.every((j) => Number.isSafeInteger(j) && j >= 0 && j < columns);
    if (!(Array.isArray(places) && places.length === steps.length + 1 && places.every(inside) && Array.isArray(names)))
      throw new ArgumentError(`${where}: places is damaged`);
    made.fitted = { columns, inputNames: inputNames ?? undefined, names, parts: made.partsOf(places) };
    return made;
  }

  /** Whether a transformer needs the labels. */
  get supervised(): boolean {
    return [this.remainder, ...this.steps.map(([, step]) => step)].some(
      (step) => typeof step === 'object' && step.supervised === true,
    );
  }

  /** Fits each transformer to its columns; fit to the training rows alone. */
  fit(x: StepInput, y?: Labels): this {
    this.fitTransform(x, y);
    return this;
  }

  /** `fit` and `transform` in one; a `TargetEncoder` encodes each row without its own label. */
  fitTransform(x: StepInput, y?: Labels): Features {
    const { columns, names } = shapeOf('ColumnTransformer', x);
    const taken = this.steps.map(([, , choice]) => placesFor('ColumnTransformer', choice, x, columns, names));
    const used = new Set(taken.flat());
    const rest = Array.from({ length: columns }, (_, j) => j).filter((j) => !used.has(j));
    const parts = this.partsOf([...taken, rest]);
    const results = parts.flatMap(({ name, step, places }) => {
      if (step === 'drop' || places.length === 0) return [];
      const own = pickColumns(x, places, names);
      const out = flat(step === 'passthrough' ? (own as Matrix) : fitTransformStep(step, own, y));
      return [{ out, names: this.namesOf(name, step, places, names, out.columns) }];
    });
    if (results.length === 0) throw new ArgumentError('ColumnTransformer: no column is left');
    const outNames = results.flatMap((one) => one.names);
    const twice = outNames.find((name, i) => outNames.indexOf(name) < i);
    if (twice !== undefined)
      throw new ArgumentError(`ColumnTransformer: two columns would be called "${clean(twice)}"`);
    this.fitted = { columns, inputNames: names, parts, names: outNames };
    return join(
      results.map(({ out }) => out),
      outNames,
    );
  }

  /** The columns that the transformers make, side by side, in the order of `featureNamesOut`. */
  transform(x: StepInput): Features {
    if (this.fitted === undefined) throw new ArgumentError('ColumnTransformer: fit it to a table first');
    const { columns, inputNames, parts, names } = this.fitted;
    const byName = isTable(x) && inputNames !== undefined;
    if (!byName) {
      const given = shapeOf('ColumnTransformer', x).columns;
      if (given !== columns)
        throw new ShapeError(`ColumnTransformer: got ${given} columns, it was fitted to ${columns}`);
    }
    const results = parts.flatMap(({ step, places }) => {
      if (step === 'drop' || places.length === 0) return [];
      const own = byName ? (x as Table).select(places.map((j) => inputNames[j]!)) : pickColumns(x, places, inputNames);
      return [flat(step === 'passthrough' ? (own as Matrix) : step.transform(own))];
    });
    return join(results, names);
  }

  /** A name for each column that comes out. */
  featureNamesOut(): readonly string[] | undefined {
    return this.fitted?.names;
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): ColumnTransformerState {
    const save = (step: Step | 'passthrough' | 'drop'): StepState | 'passthrough' | 'drop' =>
      typeof step === 'string' ? step : step.toJSON();
    const { fitted } = this;
    return {
      format: 'kindling.ColumnTransformer',
      version: 1,
      steps: this.steps.map(([name, step, columns]) => ({ name, step: save(step), columns })),
      remainder: save(this.remainder),
      verboseFeatureNamesOut: this.verbose,
      fitted:
        fitted === undefined
          ? null
          : {
              columns: fitted.columns,
              inputNames: fitted.inputNames ?? null,
              places: fitted.parts.map(({ places }) => places),
              names: fitted.names,
            },
    };
  }

  private partsOf(places: readonly (readonly number[])[]): Part[] {
    const all = [...this.steps.map(([name, step]) => ({ name, step })), { name: 'remainder', step: this.remainder }];
    return all.map(({ name, step }, i) => ({ name, step, places: places[i]! }));
  }

  private namesOf(
    name: string,
    step: Step | 'passthrough' | 'drop',
    places: readonly number[],
    names: readonly string[] | undefined,
    width: number,
  ): string[] {
    const own = typeof step === 'object' ? step.featureNamesOut() : places.map((j) => names?.[j] ?? `x${j}`);
    const made = own ?? Array.from({ length: width }, (_, k) => (width === places.length ? `x${places[k]}` : `x${k}`));
    return made.map((one) => (this.verbose ? `${name}__${one}` : one));
  }
}

function flat(x: Matrix): FlatMatrix {
  return flatten('ColumnTransformer', x, 'missing');
}

function join(results: readonly FlatMatrix[], featureNames: readonly string[]): Features {
  const [{ rows }] = results as [FlatMatrix];
  const columns = results.reduce((sum, one) => sum + one.columns, 0);
  const data = new Float64Array(rows * columns);
  let at = 0;
  for (const one of results) {
    if (one.rows !== rows) throw new ShapeError(`ColumnTransformer: a transformer made ${one.rows} rows of ${rows}`);
    const width = one.columns;
    for (let i = 0, from = 0; i < rows; i++) {
      for (let j = 0, to = i * columns + at; j < width; j++) data[to++] = one.data[from++]!;
    }
    at += width;
  }
  return { data, rows, columns, featureNames };
}
