import {
  BCELoss,
  Conv2d,
  CrossEntropyLoss,
  Flatten,
  Linear,
  MaxPool2d,
  type Module,
  ReLU,
  Sequential,
  Sigmoid,
} from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { type Backend, noGrad, scope, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { makeProduct, type Steps, type Task, type Values } from './task.ts';

const on = ({ shape, values }: Values, dtype: 'float32' | 'int32' = 'float32'): Tensor =>
  tensor(values, { dtype }).reshape([...shape]);

function modelOf({ images, params, hidden }: Task): Sequential {
  const activation = (): Module => (hidden === 'relu' ? new ReLU() : new Sigmoid());
  const modules: Module[] = [];
  const first = images ? 2 : 0;
  if (images) {
    const [out, channels] = params[0]!.shape as [number, number];
    modules.push(new Conv2d(channels, out, 3, { padding: 1 }), activation(), new MaxPool2d(2), new Flatten());
  }
  for (let i = first; i < params.length; i += 2) {
    const [out, inner] = params[i]!.shape as [number, number];
    modules.push(new Linear(inner, out));
    if (i + 2 < params.length) modules.push(activation());
    else if (!images) modules.push(new Sigmoid());
  }
  const model = new Sequential(...modules);
  noGrad(() => {
    for (const [i, param] of model.parameters().entries()) param.copy_(on(params[i]!));
  });
  return model;
}

/** Kindling, as its guide says to write a step for a GPU. */
export function kindling(backend: Backend, task: Task): Steps {
  setBackend(backend);
  const { lr, images, optimizer: kind } = task;
  const model = modelOf(task);
  const loss = images ? new CrossEntropyLoss() : new BCELoss();
  const parameters = model.parameters();
  const optimizer =
    kind === 'adam'
      ? new Adam(parameters, { lr })
      : new SGD(parameters, { lr, momentum: kind === 'momentum' ? 0.9 : 0 });
  const batches = task.batches.map(({ x, y }) => ({ x: on(x), y: on(y, images ? 'int32' : 'float32') }));
  let next = 0;
  const step = (): Tensor => {
    const { x, y } = batches[next++ % batches.length]!;
    return scope(() => {
      const value = loss(model(x), y);
      optimizer.zeroGrad();
      value.backward();
      optimizer.step();
      return value.detach();
    });
  };
  return async (count) => {
    setBackend(backend);
    let last = step();
    for (let i = 1; i < count; i++) {
      last.dispose();
      last = step();
    }
    const [value] = await last.data();
    last.dispose();
    return value!;
  };
}

/** Products one after the other; gives an element of the last. */
export function kindlingProduct(backend: Backend): Steps {
  setBackend(backend);
  const [a, b] = makeProduct().map((values) => on(values)) as [Tensor, Tensor];
  return async (count) => {
    setBackend(backend);
    let last = noGrad(() => a.matmul(b));
    for (let i = 1; i < count; i++) {
      last.dispose();
      last = noGrad(() => a.matmul(b));
    }
    const [value] = await last.data();
    last.dispose();
    return value!;
  };
}
