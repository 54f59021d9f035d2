import { cpu } from '@kindling/backend-cpu';
import { ones, setBackend, type Tensor } from '@kindling/tensor-core';
import { expect, test } from 'vitest';
import { Conv2d, Dropout, Embedding, Flatten, Linear, Module, ReLU, Sequential } from '../index.js';
import { onForward } from './on-forward.js';
import { summary } from './summary.js';

setBackend(await cpu());

test('a hook sees the input and output, may change the output, and goes', () => {
  const model = new Sequential(new Linear(2, 3), new ReLU());
  const x = ones(1, 2);
  const before = model(x).tolist();
  const seen: unknown[] = [];
  const first = onForward(model.at(0), (module, args, y) => void seen.push(module, args[0], y.shape));
  const second = onForward(model.at(0), (_, __, y) => y.mul(0).abs());
  const third = onForward(model.at(1), (_, [z]) => void seen.push(z.tolist()));
  expect(model(x).tolist()).toEqual([[0, 0, 0]]);
  expect(seen).toEqual([model.at(0), x, [1, 3], [[0, 0, 0]]]);
  first.remove();
  first.remove();
  second.remove();
  third.remove();
  expect(model(x).tolist()).toEqual(before);
  expect(seen).toHaveLength(4);
  expect(Object.hasOwn(model.at(0), 'forward')).toBe(false);
});

test('a layer that is used twice is there twice, and counts once; the model stays as it was', () => {
  class Net extends Module {
    body = new Sequential(new Conv2d(1, 2, 3), new ReLU(), new Flatten());
    shared = new Linear(8, 8);
    drop = new Dropout();
    forward(x: Tensor): Tensor {
      return this.drop(this.shared(this.shared(this.body(x))));
    }
  }
  const net = new Net();
  net.body.eval();
  net.body.requiresGrad_(false);
  const said = summary(net, [5, 1, 4, 4]);
  expect(said.layers.map(({ path, outputShape, parameters }) => [path, outputShape, parameters])).toEqual([
    ['body.0', [5, 2, 2, 2], 20],
    ['body.1', [5, 2, 2, 2], 0],
    ['body.2', [5, 8], 0],
    ['shared', [5, 8], 72],
    ['shared', [5, 8], 0],
    ['drop', [5, 8], 0],
  ]);
  expect([said.parameters, said.trainable]).toEqual([92, 72]);
  expect([net.training, net.body.training, net.body.at(0).training]).toEqual([true, false, false]);
  expect(net.modules().some((module) => Object.hasOwn(module, 'forward'))).toBe(false);
});

test('rows of a table are looked up by whole numbers; an error leaves nothing behind', () => {
  const model = new Sequential(new Embedding(4, 3) as unknown as Module);
  expect(summary(model, [2], { dtype: 'int32' }).layers[0]!.outputShape).toEqual([2, 3]);
  const linear = new Sequential(new Linear(2, 1));
  expect(() => summary(linear, [1, 3])).toThrow('got 3 features');
  expect(Object.hasOwn(linear.at(0), 'forward')).toBe(false);
  expect(linear.training).toBe(true);
});

test('what is no module, shape or hook', () => {
  expect(() => summary({} as never, [1])).toThrow('summary: the model must be a module');
  expect(() => summary(new ReLU(), 3 as never)).toThrow('the shape of the input must be an array of whole numbers');
  expect(() => summary(new ReLU(), [1], { Dtype: 'int32' } as never)).toThrow("did you mean 'dtype'?");
  expect(() => onForward(3 as never, () => {})).toThrow('onForward: what is watched must be a module, not 3');
  expect(() => onForward(new ReLU(), 3 as never)).toThrow('onForward: the hook must be a function, not 3');
});
