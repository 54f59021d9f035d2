import { BCEWithLogitsLoss, type Sequential } from '@kindling/nn';
import { AdamW } from '@kindling/optim';
import { SeedrandomGenerator, setDefaultGenerator, tensor } from '@kindling/tensor-core';
import { EarlyStopping } from '../callbacks/index.js';
import { fit } from '../fit.js';
import { logitsOf } from './logits.js';
import { buildNetwork, type NetworkDesign } from './network.js';
import type { ClassifierOptions } from './options.js';

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
  const { epochs = 200, patience = 15, lr = 0.005, weightDecay = 0.01, progress, signal, classWeight } = options;
  const result: Members = { networks: [], outOfFold: new Float64Array(y.length), epochs: [] };
  for (let k = 0; k < members; k++) {
    const held = rowsWhere(part, (other) => other === k);
    const learnt = rowsWhere(part, (other) => other !== k);
    const data = (rows: Int32Array) => ({ x: rowsOf(matrix, rows, design.inputs), y: columnOf(y, rows) });
    // Each has its own stream, so that they may be trained in any order.
    const before = setDefaultGenerator(new SeedrandomGenerator(`${options.seed ?? 0}/member ${k}`));
    try {
      const network = buildNetwork(design);
      const history = await fit(network, {
        loss: new BCEWithLogitsLoss(),
        optimizer: new AdamW(network.parameters(), { lr, weightDecay }),
        trainData: {
          ...data(learnt),
          batchSize: options.batchSize ?? batchSizeFor(learnt.length),
          shuffle: true,
          dropLast: design.batchNorm,
        },
        validation: data(held),
        callbacks: [new EarlyStopping({ patience, minDelta: 1e-5 })],
        restoreBest: { monitor: 'valLoss', mode: 'min' },
        epochs,
        ...(classWeight === undefined ? {} : { classWeight }),
        ...(signal === undefined ? {} : { signal }),
        ...(progress === undefined
          ? {}
          : {
              progress:
                typeof progress === 'function'
                  ? (now) => progress({ ...now, fold: k + 1, done: (k + now.done) / members })
                  : progress,
            }),
      });
      signal?.throwIfAborted();
      network.eval();
      const logits = await logitsOf([network], gather(matrix, held, design.inputs), held.length);
      held.forEach((row, i) => {
        result.outOfFold[row] = logits[i]!;
      });
      result.networks.push(network);
      result.epochs.push(history.bestEpoch ?? history.epochs);
    } finally {
      setDefaultGenerator(before);
    }
  }
  return result;
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
