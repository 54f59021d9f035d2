import { BCEWithLogitsLoss, type Sequential } from '@kindling/nn';
import { SeedrandomGenerator, setDefaultGenerator, type Tensor, tensor } from '@kindling/tensor-core';
import { EarlyStopping } from '../callbacks/index.js';
import { fit } from '../fit.js';
import type { ProgressOption } from '../progress.js';
import { logitsOf } from './logits.js';
import { buildNetwork, type NetworkDesign } from './network.js';
import { makeOptimizer, scheduleOf } from './optimizers.js';
import type { ClassifierOptions } from './options.js';
import { TrainingFile, trainingName } from './training-file.js';

/** The networks, and what each says of the rows that it was not trained on. */
export interface Members {
  readonly networks: Sequential[];
  readonly outOfFold: Float64Array;
  readonly epochs: number[];
}

/** Trains one network for each part of the rows, on all the others; that part says when it has learnt enough. */
export async function trainMembers(
  matrix: Float32Array,
  y: Int32Array,
  part: Int32Array,
  design: NetworkDesign,
  options: ClassifierOptions,
): Promise<Members> {
  const members = options.members ?? 5;
  const result: Members = { networks: [], outOfFold: new Float64Array(y.length), epochs: [] };
  const file = await trainingFile(matrix, y, part, design, options);
  for (let k = 0; k < members; k++) {
    const held = rowsWhere(part, (other) => other === k);
    // Each has its own stream, so that they may be trained in any order.
    const before = setDefaultGenerator(new SeedrandomGenerator(`${options.seed ?? 0}/member ${k}`));
    try {
      const network = buildNetwork(design);
      let epoch = file?.restore(k, network) ?? null;
      if (epoch === null) {
        const learnt = rowsWhere(part, (other) => other !== k);
        const data = (rows: Int32Array) => ({ x: rowsOf(matrix, rows, design.inputs), y: columnOf(y, rows) });
        epoch = await trainOne(network, data(learnt), data(held), { k, members, file, design, options });
        await file?.finish(network, epoch);
      }
      network.eval();
      const logits = await logitsOf([network], gather(matrix, held, design.inputs), held.length);
      held.forEach((row, i) => {
        result.outOfFold[row] = logits[i]!;
      });
      result.networks.push(network);
      result.epochs.push(epoch);
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
  readonly design: NetworkDesign;
  readonly options: ClassifierOptions;
}

type Rows = Readonly<Record<'x' | 'y', Tensor>>;

/** Trains one network; the epoch of its best weights, which it then has. */
async function trainOne(
  network: Sequential,
  learnt: Rows,
  held: Rows,
  { k, members, file, design, options }: Membership,
): Promise<number> {
  const { epochs = 200, patience = 15, progress, signal, classWeight, checkpoint, onEpochEnd } = options;
  const optimizer = makeOptimizer(network.parameters(), options);
  const history = await fit(network, {
    loss: new BCEWithLogitsLoss(),
    optimizer,
    trainData: {
      ...learnt,
      batchSize: options.batchSize ?? batchSizeFor(learnt.x.shape[0]!),
      shuffle: true,
      dropLast: design.batchNorm,
    },
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
  return history.bestEpoch ?? history.epochs;
}

function progressOf(progress: ProgressOption, k: number, members: number): ProgressOption {
  if (typeof progress !== 'function') return progress;
  return (now) => progress({ ...now, fold: k + 1, done: (k + now.done) / members });
}

/** The file of checkpoints, with what an earlier run has left in it where that is wanted. */
async function trainingFile(
  matrix: Float32Array,
  y: Int32Array,
  part: Int32Array,
  design: NetworkDesign,
  options: ClassifierOptions,
): Promise<TrainingFile | null> {
  const { checkpoint, resume, onEpochEnd, progress, signal, calibrate, threshold, ...what } = options;
  if (checkpoint === undefined) return null;
  const file = new TrainingFile(checkpoint, trainingName(matrix, y, part, { ...what, ...design }));
  if (resume === true) await file.load();
  return file;
}

/** About a hundred steps an epoch, of 32 to 512 rows. */
function batchSizeFor(rows: number): number {
  return Math.min(Math.max(2 ** Math.ceil(Math.log2(rows / 100)), 32), 512);
}

function rowsWhere(part: Int32Array, wanted: (part: number) => boolean): Int32Array {
  return Int32Array.from([...part.keys()].filter((row) => wanted(part[row]!)));
}

function gather(matrix: Float32Array, rows: Int32Array, width: number): Float32Array {
  const gathered = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    gathered.set(matrix.subarray(row * width, (row + 1) * width), i * width);
  });
  return gathered;
}

function rowsOf(matrix: Float32Array, rows: Int32Array, width: number) {
  return tensor(gather(matrix, rows, width)).reshape([rows.length, width]);
}

function columnOf(y: Int32Array, rows: Int32Array) {
  return tensor(Float32Array.from(rows, (row) => y[row]!)).reshape([rows.length, 1]);
}
