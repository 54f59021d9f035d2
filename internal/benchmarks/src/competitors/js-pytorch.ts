import { torch } from 'js-pytorch';
import { initialWeights, mapInput, matmulInput, predictRows, sample } from '../tasks/inputs.ts';
import { nested, transposed } from '../tasks/transposed.ts';
import { versionOf } from '../tasks/version.ts';
import { type Competitor, type Network, SOFTMAX_ROW, type TrainWork, type Trial, type Work } from '../tasks/work.ts';

type Tensor = InstanceType<typeof torch.Tensor>;

/** js-pytorch on its CPU device. It has no sigmoid, no cross entropy of two classes and no SGD: these are composed. */
export async function jsPytorch(): Promise<Competitor> {
  return { version: versionOf('js-pytorch'), start };
}

function start(work: Work): Trial | undefined {
  switch (work.kind) {
    case 'train':
      return train(work);
    case 'images':
      return undefined;
    case 'predict': {
      const model = build(work.network, false);
      const x = torch.tensor(nested(predictRows(work.network, work.rows), work.rows, work.network.sizes[0]!));
      const predict = (): number[] => (sigmoid(model.forward(x)).data as number[][]).map((row) => row[0]!);
      const run = (n: number): void => {
        for (let i = 0; i < n; i++) predict();
      };
      return { run, check: () => sample(predict()) };
    }
    case 'matmul': {
      const { m, k, n } = work;
      const [left, right] = matmulInput(m, k, n);
      const a = torch.tensor(nested(left, m, k));
      const b = torch.tensor(nested(right, k, n));
      return repeated(() => a.matmul(b));
    }
    case 'map': {
      const rowLength = work.name === 'softmax' ? SOFTMAX_ROW : work.size;
      const x = torch.tensor(nested(mapInput(work.size), work.size / rowLength, rowLength));
      const softmax = new torch.nn.Softmax();
      const operation = {
        exp: () => x.exp(),
        sigmoid: () => sigmoid(x),
        sum: () => x.sum(),
        softmax: () => softmax.forward(x, -1),
      }[work.name];
      return repeated(operation);
    }
  }
}

function repeated(operation: () => Tensor): Trial {
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) operation();
  };
  return { run, check: () => sample(operation().data.flat(2) as number[]) };
}

function sigmoid(x: Tensor): Tensor {
  const denominator = x.neg().exp().add(1);
  return torch.div(torch.ones(denominator.shape), denominator as never) as Tensor;
}

interface Model {
  readonly parameters: Tensor[];
  /** The values before the last activation. */
  forward(x: Tensor): Tensor;
}

function build(network: Network, training: boolean): Model {
  const layers = initialWeights(network).map(({ weight, bias, shape: [out, features] }) => {
    const linear = new torch.nn.Linear(features, out);
    linear.W = torch.tensor(nested(transposed(weight, out, features), features, out), training);
    linear.b = torch.tensor([...bias], training);
    return linear;
  });
  const relu = new torch.nn.ReLU();
  return {
    parameters: layers.flatMap(({ W, b }) => [W, b]),
    forward: (x) =>
      layers.reduce((input, linear, i) => {
        const out = linear.forward(input);
        if (i + 1 === layers.length) return out;
        return network.hidden === 'relu' ? relu.forward(out) : sigmoid(out);
      }, x),
  };
}

function train(work: TrainWork): Trial {
  const batches = work.batches.map(({ rows, x, y }) => ({
    x: torch.tensor(nested(x, rows, work.network.sizes[0]!)),
    y: torch.tensor(nested(y, rows, 1)),
    notY: torch.tensor(nested(y, rows, 1).map(([label]) => [1 - label!])),
  }));
  const model = build(work.network, true);
  const adam =
    work.optimizer === 'adam' ? new torch.optim.Adam(model.parameters, work.lr, 0, [0.9, 0.999], 1e-8) : null;
  let steps = 0;
  const step = (): number => {
    const { x, y, notY } = batches[steps++ % batches.length]!;
    const p = sigmoid(model.forward(x));
    const terms = y.mul(p.log()).add(notY.mul(p.neg().add(1).log()));
    const loss = terms.neg().mean(0);
    loss.backward();
    if (adam === null) descend(model.parameters, work.lr);
    else adam.step();
    for (const parameter of model.parameters) parameter.zero_grad();
    return (loss.data as number[])[0]!;
  };
  const run = (n: number): void => {
    for (let i = 0; i < n; i++) step();
  };
  return { run, check: () => Array.from({ length: work.checkSteps }, step) };
}

function descend(parameters: readonly Tensor[], lr: number): void {
  for (const p of parameters) {
    const values = p.data as number[] | number[][];
    const gradient = p.grad as number[] | number[][];
    for (const [i, row] of values.entries()) {
      if (typeof row === 'number') (values as number[])[i] = row - lr * (gradient[i] as number);
      else for (let j = 0; j < row.length; j++) row[j]! -= lr * (gradient[i] as number[])[j]!;
    }
  }
}
