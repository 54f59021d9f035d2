import { describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Labels } from '../splits/splitter.js';
import type { CategoryRows } from './categories.js';
import type { Matrix } from './matrix.js';
import {
  checkKinds,
  checkStep,
  checkStepNames,
  fitStep,
  fitTransformStep,
  type Step,
  type StepInput,
  type StepKinds,
  type StepOutput,
  type StepState,
  stepFrom,
} from './step.js';

/** A pipeline as plain data. */
export interface PipelineState extends StepState {
  readonly format: 'kindling.Pipeline';
  readonly version: 1;
  readonly steps: readonly { readonly name: string; readonly state: StepState }[];
}

/**
 * Transformers one after the other, as one: scikit-learn's `Pipeline` of transformers. `fit` fits each to what those before it make of
 * the rows; fit it to the training rows alone, and nothing of the others leaks into what any of them learns. Labels go to the steps that
 * need them.
 *
 * @throws `ArgumentError` where a step is no transformer or two have one name.
 * @example
 * ```ts
 * import { Pipeline, SimpleImputer, StandardScaler } from '@kindling/data';
 *
 * const pipeline = new Pipeline([
 *   ['fill', new SimpleImputer({ strategy: 'median' })],
 *   ['scale', new StandardScaler()],
 * ]).fit([[1], [NaN], [3], [2]]);
 * console.log(pipeline.transform([[2], [NaN]])); // => [ [ 0 ], [ 0 ] ]
 * const loaded = Pipeline.fromJSON(JSON.parse(JSON.stringify(pipeline)), { SimpleImputer, StandardScaler });
 * console.log(loaded.transform([[2], [NaN]])); // => [ [ 0 ], [ 0 ] ]
 * ```
 */
export class Pipeline {
  /** The steps in order, with their names. */
  readonly steps: readonly (readonly [name: string, step: Step])[];

  constructor(steps: readonly (readonly [name: string, step: Step])[]) {
    if (!Array.isArray(steps) || steps.length === 0 || steps.some((one) => !Array.isArray(one) || one.length !== 2)) {
      throw new ArgumentError(`Pipeline: expects a list of [name, transformer], got ${describe(steps)}`);
    }
    checkStepNames(
      'Pipeline',
      steps.map(([name]) => name),
    );
    for (const [name, step] of steps) checkStep('Pipeline', name, step);
    this.steps = steps;
  }

  /**
   * The one that `toJSON` gave.
   *
   * @param kinds - the classes of its steps; `transformerFrom` knows all of this package.
   * @throws `ArgumentError` where it is none, or the class of a step is not among those given.
   */
  static fromJSON(state: PipelineState, kinds: StepKinds = {}): Pipeline {
    checkKinds('Pipeline.fromJSON', kinds);
    const { format, version, steps } = (state ?? {}) as Partial<PipelineState>;
    if (format !== 'kindling.Pipeline' || !Array.isArray(steps))
      throw new ArgumentError(`Pipeline.fromJSON: expects what toJSON gave, got ${describe(state)}`);
    if (version !== 1) throw new ArgumentError(`Pipeline.fromJSON: version ${describe(version)} is not known, only 1`);
    return new Pipeline(
      steps.map(({ name, state: own }) => [name, stepFrom('Pipeline.fromJSON', own, kinds)] as const),
    );
  }

  /** Whether a step needs the labels. */
  get supervised(): boolean {
    return this.steps.some(([, step]) => step.supervised === true);
  }

  /** The step of this name. */
  step(name: string): Step {
    const found = this.steps.find(([own]) => own === name);
    if (found !== undefined) return found[1];
    const names = this.steps.map(([own]) => own).join(', ');
    throw new ArgumentError(`Pipeline: no step ${describe(name)}; there are: ${names}`);
  }

  /** Fits each step to what those before make of the rows; fit to the training rows alone. */
  fit(x: StepInput, y?: Labels): this {
    const [, last] = this.steps.at(-1)!;
    fitStep(last, this.before(x, y), y);
    return this;
  }

  /** What the steps make of the rows, one after the other. */
  transform<X extends StepInput>(x: X): StepOutput<X> {
    let out: StepInput = x;
    for (const [, step] of this.steps) out = step.transform(out);
    return out as StepOutput<X>;
  }

  /** `fit` and `transform` in one; a `TargetEncoder` among the steps encodes each row without its own label. */
  fitTransform<X extends StepInput>(x: X, y?: Labels): StepOutput<X> {
    const [, last] = this.steps.at(-1)!;
    return fitTransformStep(last, this.before(x, y), y) as StepOutput<X>;
  }

  /** Undoes the steps, the last one first; throws where one cannot be undone. */
  inverseTransform(x: Matrix): Matrix | CategoryRows {
    let out: Matrix = x;
    for (const [name, step] of [...this.steps].reverse()) {
      if (typeof step.inverseTransform !== 'function')
        throw new ArgumentError(`Pipeline: the step "${name}" cannot be undone`);
      out = step.inverseTransform(out) as Matrix;
    }
    return out;
  }

  /** A name for each column that comes out; `undefined` where it was not fitted to columns with names. */
  featureNamesOut(): readonly string[] | undefined {
    return this.steps.at(-1)![1].featureNamesOut();
  }

  /** Everything that `transform` needs, as plain data. */
  toJSON(): PipelineState {
    const steps = this.steps.map(([name, step]) => ({ name, state: step.toJSON() }));
    return { format: 'kindling.Pipeline', version: 1, steps };
  }

  /** What all steps but the last make of the rows that they are fitted to. */
  private before(x: StepInput, y: Labels | undefined): StepInput {
    let out: StepInput = x;
    for (const [, step] of this.steps.slice(0, -1)) out = fitTransformStep(step, out, y);
    return out;
  }
}
