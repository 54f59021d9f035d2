import { DataLoader, TensorDataset } from '@kindling/data';
import {
  BatchNorm1d,
  BCEWithLogitsLoss,
  CrossEntropyLoss,
  Dropout,
  LayerNorm,
  Linear,
  Module,
  ReLU,
  Sequential,
} from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { add, manualSeed, relu, scope, type Tensor, tensor } from '@kindling/tensor-core';
import { fit } from '@kindling/train';
import { initialWeights } from '../tasks/inputs.ts';
import {
  BATCH,
  DROPOUT,
  FEATURES,
  HIDDEN,
  MLP_CLASSES,
  type MlpLayers,
  mlpClasses,
  mlpLabels,
  mlpRows,
  TABLE,
} from '../tasks/mlp.ts';
import type { MlpWork, Trial } from '../tasks/work.ts';

/** The middling network, as Kindling's users train it, each step in a scope, as `fit` has it. */
export function trainMlp({ layers, by, lr, checkSteps }: MlpWork): Trial {
  manualSeed(0);
  const rows = by === 'step' ? BATCH : TABLE;
  const x = tensor(mlpRows(rows)).reshape([rows, FEATURES]);
  const binary = layers === 'plain';
  const y = binary ? tensor(mlpLabels(rows)).reshape([rows, 1]) : tensor(mlpClasses(rows), { dtype: 'int32' });
  const criterion = binary ? new BCEWithLogitsLoss() : new CrossEntropyLoss();
  const start = (dropout: number) => {
    const model = build(layers, dropout);
    return { model, optimizer: new Adam(model.parameters(), { lr }) };
  };
  if (by === 'step') {
    const stepper = (dropout: number) => {
      const { model, optimizer } = start(dropout);
      return (): Tensor => {
        const loss = criterion(model(x), y);
        optimizer.zeroGrad();
        loss.backward();
        optimizer.step();
        return loss;
      };
    };
    const step = stepper(DROPOUT);
    const run = (n: number): void => {
      for (let i = 0; i < n; i++) scope(() => void step());
    };
    const check = (): number[] => {
      const compared = stepper(0);
      return Array.from({ length: checkSteps }, () => compared().item());
    };
    return { run, check };
  }
  const epochs = async (n: number, shuffle: boolean): Promise<readonly number[]> => {
    const { model, optimizer } = start(DROPOUT);
    const trainData = new DataLoader(new TensorDataset(x, y), { batchSize: BATCH, shuffle });
    return (await fit(model, { loss: criterion, optimizer, trainData, epochs: n })).loss;
  };
  return {
    run: async (n) => {
      await epochs(n, true);
    },
    check: () => epochs(checkSteps, false),
  };
}

class Residual extends Module {
  readonly norm = new LayerNorm(HIDDEN);
  readonly linear = new Linear(HIDDEN, HIDDEN);

  override forward(x: Tensor): Tensor {
    return add(x, relu(this.linear(this.norm(x))));
  }
}

function build(layers: MlpLayers, dropout: number): Sequential {
  const out = layers === 'plain' ? 1 : MLP_CLASSES;
  const first = new Linear(FEATURES, HIDDEN);
  const last = new Linear(HIDDEN, out);
  const middle: Linear[] = [];
  let model: Sequential;
  if (layers === 'layer norm and residual') {
    const residual = new Residual();
    middle.push(residual.linear);
    model = new Sequential(first, new ReLU(), residual, last);
  } else {
    const linear = new Linear(HIDDEN, HIDDEN);
    middle.push(linear);
    const rest = () => (layers === 'plain' ? [] : [new Dropout(dropout)]);
    const norm = () => (layers === 'plain' ? [] : [new BatchNorm1d(HIDDEN)]);
    model = new Sequential(first, ...norm(), new ReLU(), ...rest(), linear, ...norm(), new ReLU(), ...rest(), last);
  }
  const weights = initialWeights({ sizes: [FEATURES, HIDDEN, HIDDEN, out], hidden: 'relu', output: 'none' });
  [first, ...middle, last].forEach((linear, i) => {
    const { weight, bias, shape } = weights[i]!;
    linear.loadStateDict({ weight: tensor(weight).reshape(shape), bias: tensor(bias) });
  });
  return model;
}
