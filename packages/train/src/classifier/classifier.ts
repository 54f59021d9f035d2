import { aLabel, checkOptions, describe, strings, wrong } from '@internal/arguments';
import {
  type Label,
  makePreprocessor,
  Preprocessor,
  type Step,
  type StepKinds,
  Table,
  transformerFrom,
} from '@kindling/data';
import type { Sequential } from '@kindling/nn';
import { ArgumentError } from '@kindling/tensor-core';
import { logistic } from '../calibration/calibrator.js';
import { type Calibrator, calibratorFrom } from '../calibration/index.js';
import { loadCheckpoint, readCheckpoint, saveCheckpoint } from '../checkpoint/checkpoint.js';
import { builtin, checkpointFile } from '../checkpoint/checkpoint-file.js';
import { innerFolds } from './inner-folds.js';
import { logitsOf } from './logits.js';
import { type Measures, measure } from './measures.js';
import { pipelineMatrix, pipelineRows, type SavedPipeline, sharedRows } from './member-rows.js';
import { buildNetwork } from './network.js';
import { type ClassifierOptions, checkClassifierOptions } from './options.js';
import { settle } from './settle.js';
import { type ClassifierSpec, checkSpec, inputsOf } from './spec.js';
import { streamsOf } from './streams.js';
import { classesOf, targetsOf } from './target.js';
import { trainMembers } from './train-members.js';

/** The file in the folder that {@link Classifier.save} writes. */
const FILE = 'classifier.safetensors';

/** One wild value cannot decide, and a column of very many categories does not become all of the input. */
const FEATURES = { clip: 8, maxCategories: 200 } as const;

/** What a classifier learns to tell. */
export interface ClassifierTask {
  /** The column with the class. */
  readonly target: string;
  /** The class whose probability is given; default the last in order, such as `yes` of `no` and `yes`. */
  readonly positive?: Label;
  /** Columns that it must not use. */
  readonly drop?: readonly string[];
  /** A column whose rows of one value belong together, such as a patient's; it is not learnt from. */
  readonly group?: string;
}

/** Rows as a table, or as objects. */
export type TableLike = Table | readonly Readonly<Record<string, unknown>>[];

/**
 * A classifier of tables that has been trained: preprocessing, networks, calibration, threshold and names in one.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { setBackend } from '@kindling/tensor-core';
 * import { Classifier, classifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 60 }, (_, i) => ({ size: i % 20, kind: i % 20 > 9 ? 'large' : 'small' }));
 * const model: Classifier = await classifier({ hidden: [], epochs: 200 }).fit(rows, { target: 'kind', positive: 'large' });
 * console.log(await model.predict([{ size: 2 }, { size: 18 }])); // => [ 'small', 'large' ]
 * ```
 */
export class Classifier {
  /** Everything but the weights, as plain data. */
  readonly spec: ClassifierSpec;
  /** The trained networks, whose logits are averaged; they take the rows that `spec.encoder` or their own pipelines make. */
  readonly networks: readonly Sequential[];
  private readonly encoder: Preprocessor;
  private readonly calibrator: Calibrator | null;
  private readonly pipelines: readonly Step[] | undefined;

  /** @internal Use {@link classifier}, `Classifier.load` or `Classifier.fromBytes`. */
  constructor(spec: ClassifierSpec, networks: readonly Sequential[], pipelines?: readonly Step[]) {
    this.spec = spec;
    this.networks = networks;
    this.encoder = Preprocessor.fromJSON(spec.encoder);
    this.pipelines = pipelines;
    this.calibrator = spec.calibration === null ? null : calibratorFrom(spec.calibration);
    for (const network of networks) network.eval();
  }

  /** The two classes, the negative one first. */
  get labels(): readonly [Label, Label] {
    return this.spec.labels;
  }

  /** Where a probability becomes the positive class: above it. */
  get threshold(): number {
    return this.spec.threshold;
  }

  /** How good it is on rows that its networks were not trained on. */
  get validation(): Measures {
    return this.spec.validation;
  }

  /** The probability of the positive class for each row. Columns are found by name; those that are not needed may be there. */
  async predictProba(rows: TableLike): Promise<Float64Array> {
    const table = toTable('predictProba', rows);
    const logits = await this.logits(table);
    return this.calibrator === null ? logits.map(logistic) : this.calibrator.transform(logits);
  }

  private async logits(table: Table): Promise<Float64Array> {
    const { networks, pipelines, encoder } = this;
    if (pipelines === undefined) return logitsOf(networks, matrixOf(encoder, table), table.rows);
    const columns = table.select(encoder.inputNames);
    const sum = new Float64Array(table.rows);
    for (const [k, network] of networks.entries()) {
      const logits = await logitsOf([network], pipelineMatrix(pipelines[k]!, columns), table.rows);
      for (const [row, logit] of logits.entries()) sum[row]! += logit / networks.length;
    }
    return sum;
  }

  /** The class of each row. */
  async predict(rows: TableLike): Promise<Label[]> {
    const { labels, threshold } = this.spec;
    return Array.from(await this.predictProba(rows), (p) => (p > threshold ? labels[1] : labels[0]));
  }

  /** Measures it on rows whose class is known. */
  async evaluate(rows: TableLike): Promise<Measures> {
    const table = toTable('evaluate', rows);
    const y = targetsOf(table, this.spec.target, this.spec.labels);
    return measure(y, await this.predictProba(table), this.spec.threshold);
  }

  /** All of it as the bytes of one safetensors file, as for a download in a page. */
  toBytes(): Promise<Uint8Array> {
    return saveCheckpoint(Object.fromEntries(this.networks.map((network, k) => [`member${k}`, network])), this.spec);
  }

  /** Writes it into a folder (Node), which is made where it is missing; an older one there is replaced as a whole. */
  async save(folder: string): Promise<void> {
    const fs = builtin<{ mkdir(path: string, options: { recursive: boolean }): Promise<unknown> }>('node:fs/promises');
    await fs.mkdir(folder, { recursive: true });
    await checkpointFile(inFolder(folder)).write(await this.toBytes());
  }

  /**
   * Reads what `save` wrote (Node).
   *
   * @param kinds - classes of your own that its pipeline holds, by their names.
   * @throws `CheckpointError` where there is none, or it is no classifier; `SafetensorsError` for a damaged file.
   */
  static async load(folder: string, kinds: StepKinds = {}): Promise<Classifier> {
    if (typeof folder !== 'string') wrong(ArgumentError, 'Classifier.load', 'the folder', 'a path', folder);
    const bytes = await checkpointFile(inFolder(folder)).read();
    if (bytes === null) throw new ArgumentError(`Classifier.load: there is no ${FILE} in ${folder}`);
    return Classifier.fromBytes(bytes, kinds);
  }

  /** From what `toBytes` gave; `kinds` are classes of your own that its pipeline holds, by their names. */
  static fromBytes(bytes: Uint8Array | ArrayBuffer, kinds: StepKinds = {}): Classifier {
    checkOptions(
      ArgumentError,
      'Classifier.fromBytes',
      kinds,
      kinds && Object.fromEntries(Object.keys(kinds).map((name) => [name, 'function' as const])),
    );
    const spec = checkSpec(readCheckpoint(bytes).extra, bytes.byteLength);
    const networks = inputsOf(spec).map((inputs) => buildNetwork({ ...spec.design, inputs }));
    loadCheckpoint(bytes, Object.fromEntries(networks.map((network, k) => [`member${k}`, network])));
    return new Classifier(
      spec,
      networks,
      spec.pipelines?.map(({ state }) => transformerFrom(state, kinds)),
    );
  }
}

/**
 * A classifier for tables of mixed columns with missing values: several small networks, each trained without one part of
 * the rows, whose logits are averaged. The rows that each did not see tell when it has learnt enough, and serve for
 * calibration, threshold and `validation`.
 *
 * @param options - the design; the defaults do for a first answer.
 * @returns an object whose `fit(table, { target, positive })` trains and gives a {@link Classifier}.
 * @throws `ArgumentError` for options that make no sense, a target that has not two classes, and columns of which none is left.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Table } from '@kindling/data';
 * import { setBackend } from '@kindling/tensor-core';
 * import { Classifier, classifier } from '@kindling/train';
 * setBackend(await cpu());
 * const rows = Array.from({ length: 120 }, (_, i) => ({
 *   age: i % 7 === 0 ? null : 20 + (i % 50),
 *   city: ['Bern', 'Basel', 'Chur'][i % 3]!,
 *   left: i % 50 > 25 === (i % 3 > 0) ? 'yes' : 'no',
 * }));
 * const model = await classifier({ epochs: 60 }).fit(Table.from(rows), { target: 'left', positive: 'yes' });
 * console.log(model.labels, model.validation.rows); // => [ 'no', 'yes' ] 120
 * const again = Classifier.fromBytes(await model.toBytes());
 * const one = [{ city: 'Bern', age: 61 }];
 * console.log((await again.predictProba(one))[0] === (await model.predictProba(one))[0]); // => true
 * ```
 */
export function classifier(options: ClassifierOptions = {}): {
  /** Trains on all rows of a table. */
  fit(table: TableLike, task: ClassifierTask): Promise<Classifier>;
} {
  checkClassifierOptions(options);
  return { fit: async (table, task) => train(options, toTable('classifier', table), task) };
}

async function train(options: ClassifierOptions, table: Table, task: ClassifierTask): Promise<Classifier> {
  checkOptions(ArgumentError, 'classifier: fit', task, { target: 1, positive: aLabel, drop: strings, group: 'string' });
  if (typeof task?.target !== 'string')
    wrong(ArgumentError, 'classifier', 'target', 'the name of a column', task?.target);
  const { target, positive, drop = [], group } = task;
  const { hidden = [32], activation = 'relu', dropout = 0.1, batchNorm = false, members = 5 } = options;
  const { labels, y } = classesOf(table, target, positive);
  const features = table.drop(target, ...drop, ...(group === undefined || drop.includes(group) ? [] : [group]));
  const groups =
    group === undefined ? null : Array.from({ length: table.rows }, (_, row) => String(table.get(row, group)));
  const streams = await streamsOf(options.rng ?? 'seedrandom', options.seed ?? 0);
  const part = innerFolds(y, members, groups, streams);
  const encoder = makePreprocessor(features, { ...FEATURES, minFrequency: Math.min(0.01, 5 / table.rows) });
  const { pipeline } = options;
  const rowsOf =
    pipeline === undefined
      ? sharedRows(matrixOf(encoder, features), encoder.featureNames.length, part)
      : pipelineRows(pipeline, features.select(encoder.inputNames), y, part);
  const layers = { hidden, activation, dropout, batchNorm };
  const architecture = (inputs: number) => {
    const design = { inputs, ...layers };
    return { design, build: () => buildNetwork(design) };
  };
  const { networks, pipelines, outOfFold, epochs, rates } = await trainMembers(
    { rowsOf, y, part },
    architecture,
    streams,
    options,
  );
  const inputs = pipelines[0]?.inputs ?? encoder.featureNames.length;
  const spec: ClassifierSpec = {
    kind: 'classifier',
    version: 1,
    target,
    labels,
    design: { inputs, ...layers },
    members,
    encoder: encoder.toJSON(),
    ...(pipeline === undefined ? {} : { pipelines: pipelines.map(savedPipeline) }),
    ...settle(outOfFold, y, options),
    epochs,
    rates,
    rows: table.rows,
  };
  return new Classifier(spec, networks, pipeline === undefined ? undefined : pipelines.map(({ step }) => step));
}

function matrixOf(encoder: Preprocessor, table: Table): Float32Array {
  return encoder.transformInto(table, new Float32Array(table.rows * encoder.featureNames.length));
}

function savedPipeline({ step, inputs }: { readonly step: Step; readonly inputs: number }): SavedPipeline {
  return { inputs, state: step.toJSON() };
}

/** Rows as a table. */
export function toTable(where: string, rows: TableLike): Table {
  if (rows instanceof Table) return rows;
  if (Array.isArray(rows)) return Table.from(rows as Parameters<typeof Table.from>[0]);
  throw new ArgumentError(`${where}: expects a Table or a list of objects, got ${describe(rows)}`);
}

function inFolder(folder: string): string {
  return builtin<{ join(...parts: string[]): string }>('node:path').join(folder, FILE);
}
