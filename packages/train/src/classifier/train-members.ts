import type { Step } from '@kindling/data';
import { BCEWithLogitsLoss, type Sequential } from '@kindling/nn';
import { setDefaultGenerator, type Tensor, tensor } from '@kindling/tensor-core';
import { EarlyStopping } from '../callbacks/index.js';
import type { Stateful } from '../checkpoint/stateful.js';
import { findLearningRate } from '../find-learning-rate.js';
import { fit } from '../fit.js';
import type { ProgressOption } from '../progress.js';
import { logitsOf } from './logits.js';
import { type RowsOfMember, rowsWhere } from './member-rows.js';
import { makeOptimizer, scheduleOf, type TrainedBy } from './optimizers.js';
import type { ClassifierOptions } from './options.js';
import type { Streams } from './streams.js';
import { type Trained, TrainingFile, trainingName } from './training-file.js';

/** The networks, and what each says of the rows that it was not trained on. */
export interface Members {
  readonly networks: Sequential[];
  /** The pipeline of each, where they have their own, and how many numbers it makes of a row. */
  readonly pipelines: { readonly step: Step; readonly inputs: number }[];
  readonly outOfFold: Float64Array;
  readonly epochs: number[];
  readonly rates: number[];
}

/** What the networks learn from: rows of features, their classes, and the part of each row. */
export interface Learnt {
  readonly rowsOf: RowsOfMember;
  readonly y: Int32Array;
  readonly part: Int32Array;
}

/** What must be known of a design, and all of it tells trainings apart. */
export interface Layout {
  /** How many numbers a row is. */
  readonly inputs: number;
  /** Whether a batch of one row cannot be learnt from. */
  readonly batchNorm: boolean;
}

/** A design for rows of so many numbers, and what builds networks of it. */
export type Architecture = (inputs: number) => { readonly design: Layout; build(): Sequential };

/** Trains one network for each part of the rows, on all the others; that part says when it has learnt enough. */
export async function trainMembers(
  { rowsOf, y, part }: Learnt,
  architecture: Architecture,
  streams: Streams,
  options: ClassifierOptions,
): Promise<Members> {
  const members = options.members ?? 5;
  const result: Members = { networks: [], pipelines: [], outOfFold: new Float64Array(y.length), epochs: [], rates: [] };
  let file: TrainingFile | null = null;
  for (let k = 0; k < members; k++) {
    const rows = rowsOf(k);
    const { design, build } = architecture(rows.width);
    if (k === 0) file = await trainingFile([rows.learnt, rows.held, y, part], design, options);
    const held = rowsWhere(part, (other) => other === k);
    // Each has its own stream, so that they may be trained in any order.
    const before = setDefaultGenerator(streams.member(k));
    try {
      const network = build();
      let trained = file?.restore(k, network) ?? null;
      if (trained === null) {
        const learnt = rowsWhere(part, (other) => other !== k);
        const data = (x: Float32Array, of: Int32Array) => ({
          x: tensor(x).reshape([of.length, rows.width]),
          y: columnOf(y, of),
        });
        const [train, rest] = [data(rows.learnt, learnt), data(rows.held, held)];
        trained = await trainOne(network, train, rest, { k, members, file, design, options });
        await file?.finish(network, trained);
      }
      network.eval();
      const logits = await logitsOf([network], rows.held, held.length);
      held.forEach((row, i) => {
        result.outOfFold[row] = logits[i]!;
      });
      result.networks.push(network);
      if (rows.pipeline !== null) result.pipelines.push({ step: rows.pipeline, inputs: rows.width });
      result.epochs.push(trained.epoch);
      result.rates.push(trained.rate);
    } finally {
      setDefaultGenerator(before);
    }
  }
  return result;
}

/** What the training of one network must know besides its rows. */
interface Membership {
  readonly k: number;
  readonly members: number;
  readonly file: TrainingFile | null;
  readonly design: Layout;
  readonly options: ClassifierOptions;
}

type Rows = Readonly<Record<'x' | 'y', Tensor>>;

/** Trains one network, which then has its best weights. */
async function trainOne(
  network: Sequential,
  learnt: Rows,
  held: Rows,
  { k, members, file, design, options }: Membership,
): Promise<Trained> {
  const { epochs = 200, patience = 15, progress, signal, classWeight, checkpoint, onEpochEnd } = options;
  const optimizer = makeOptimizer(network.parameters(), options);
  const loss = new BCEWithLogitsLoss();
  const rows = learnt.x.shape[0]!;
  const batchSize = options.batchSize ?? batchSizeFor(rows);
  // A last batch of one row has no variance; where there is one batch only, it stays.
  const trainData = { ...learnt, batchSize, shuffle: true, dropLast: design.batchNorm && rows > batchSize };
  if (options.lr === 'auto') {
    // All optimizers have a state.
    const stateful = optimizer as TrainedBy & Stateful;
    const { suggestion } = await findLearningRate(network, { loss, optimizer: stateful, trainData });
    for (const group of optimizer.paramGroups) group.lr = suggestion;
  }
  const rate = optimizer.paramGroups[0]!.lr;
  const history = await fit(network, {
    loss,
    optimizer,
    trainData,
    validation: held,
    callbacks: [new EarlyStopping({ patience, minDelta: 1e-5 }), ...scheduleOf(optimizer, options)],
    restoreBest: { monitor: 'valLoss', mode: 'min' },
    epochs,
    ...(classWeight === undefined ? {} : { classWeight }),
    ...(signal === undefined ? {} : { signal }),
    ...(progress === undefined ? {} : { progress: progressOf(progress, k, members) }),
    ...(onEpochEnd === undefined
      ? {}
      : {
          onEpochEnd: ({ epoch, loss, valLoss, improved }) =>
            onEpochEnd({ member: k + 1, members, epoch, loss, valLoss: valLoss!, improved }),
        }),
    ...(file === null
      ? {}
      : {
          checkpoint: {
            store: file.progress,
            ...(checkpoint?.every === undefined ? {} : { every: checkpoint.every }),
          },
          // Without `resume` there is nothing in the file to go on from.
          resume: true,
        }),
  });
  signal?.throwIfAborted();
  return { epoch: history.bestEpoch ?? history.epochs, rate };
}

function progressOf(progress: ProgressOption, k: number, members: number): ProgressOption {
  if (typeof progress !== 'function') return progress;
  return (now) => progress({ ...now, fold: k + 1, done: (k + now.done) / members });
}

/** The file of checkpoints, with what an earlier run has left in it where that is wanted. */
async function trainingFile(
  data: readonly (Float32Array | Int32Array)[],
  design: Layout,
  options: ClassifierOptions,
): Promise<TrainingFile | null> {
  const { checkpoint, resume, onEpochEnd, progress, signal, calibrate, threshold, ...what } = options;
  if (checkpoint === undefined) return null;
  const file = new TrainingFile(checkpoint, trainingName(data, { ...what, ...design }));
  if (resume === true) await file.load();
  return file;
}

/** About a hundred steps an epoch, of 32 to 512 rows. */
function batchSizeFor(rows: number): number {
  return Math.min(Math.max(2 ** Math.ceil(Math.log2(rows / 100)), 32), 512);
}

function columnOf(y: Int32Array, rows: Int32Array) {
  return tensor(Float32Array.from(rows, (row) => y[row]!)).reshape([rows.length, 1]);
}
