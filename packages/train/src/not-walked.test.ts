import { inspect } from 'node:util';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { cpu } from '@kindling/backend-cpu';
import { Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, ones, setBackend, tensor, zeros } from '@kindling/tensor-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint, saveCheckpoint } from './index.js';

beforeAll(async () => {
  setBackend(await cpu());
  manualSeed(1);
});

/** A model that has made a step, so that its parameters lie in the engine's memory. */
function trained() {
  const model = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1));
  const optimizer = new Adam(model.parameters());
  model(ones(1, 2)).sum().backward();
  optimizer.step();
  return { model, optimizer, weight: model.at(0).weight, x: ones(2), state: model.stateDict() };
}

describe('what holds tensors is not walked into the engine', () => {
  it('by inspect, however deep', () => {
    for (const [name, value] of Object.entries(trained())) {
      const text = inspect(value, { depth: null, showHidden: true });
      expect(text.length, name).toBeLessThan(4000);
      expect(text, name).not.toMatch(/backend|WebAssembly|fused/i);
    }
  });

  it('by JSON', () => {
    const { model, ...others } = trained();
    expect(JSON.stringify(model)).toBeUndefined();
    for (const [name, value] of Object.entries(others)) expect(JSON.stringify(value).length, name).toBeLessThan(4000);
  });

  it('by structuredClone and postMessage, which say what to send', () => {
    const { x, weight, state, optimizer } = trained();
    const { port1 } = new MessageChannel();
    for (const value of [x, weight, state, optimizer, optimizer.stateDict(), [x]]) {
      expect(() => structuredClone(value)).toThrow('a Tensor cannot be cloned or posted: send its values');
      expect(() => port1.postMessage(value)).toThrow('send its values, as of `await x.data()` or `x.toJSON()`');
    }
    port1.close();
  });

  it('by deep proxies, which leave alone what says so', () => {
    const { x, model } = trained();
    // Vue proxies plain objects, arrays and collections, and nothing that has this.
    expect((x as unknown as { __v_skip: unknown }).__v_skip).toBe(true);
    expect(Object.prototype.toString.call(model)).toBe('[object Function]');
    expect(Object.keys(x)).not.toContain('__v_skip');
  });

  it('by equality, which tells tensors apart', () => {
    expect(ones(2, 2)).toEqual(ones(2, 2));
    expect(ones(2, 2)).not.toEqual(zeros(2, 2));
    expect({ x: tensor([1, 2]) }).not.toEqual({ x: tensor([1, 3]) });
    let message = '';
    try {
      expect(trained().state).toEqual({ '0.weight': ones(1) });
    } catch (error) {
      message = inspect(error, { depth: null });
    }
    expect(message.length).toBeGreaterThan(10);
    expect(message.length).toBeLessThan(20_000);
  });
});

describe('equality is of what a tensor holds', () => {
  it('wherever the elements are, and whatever was done with them', () => {
    const { weight } = trained();
    expect(weight.detach()).toEqual(tensor(weight.tolist()));
    expect(weight.grad).toEqual(tensor(weight.grad!.tolist()));
    expect(ones(2).add_(1)).toEqual(tensor([2, 2]));
    expect(weight.detach()).not.toEqual(zeros(3, 2));
  });

  it('in parts of objects too', () => {
    const { state, weight } = trained();
    expect(state).toMatchObject({ '0.weight': tensor(weight.tolist()) });
    expect(state).not.toMatchObject({ '0.weight': zeros(3, 2) });
    expect({ x: ones(2, 1), y: 1 }).toMatchObject({ x: ones(2, 1) });
    expect({ x: ones(2, 1), y: 1 }).not.toMatchObject({ x: ones(1, 2) });
  });

  it('and what Jest copies to print it has no backend', () => {
    const copied = Symbol.for('@jest/serializableProperties');
    const { weight } = trained();
    expect(Reflect.get(weight, copied)).toEqual(['buffer', 'shape', 'strides', 'offset', 'count', 'dense', 'dtype']);
    expect(Reflect.get(weight.backend, copied)).toEqual([]);
  });
});

describe('what can be posted', () => {
  it('the bytes of a checkpoint, which are handed over and not copied', async () => {
    const { model } = trained();
    const { port1, port2 } = new MessageChannel();
    const bytes = await saveCheckpoint({ model });
    port1.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    expect(bytes.length).toBe(0);
    const there = new Sequential(new Linear(2, 3), new ReLU(), new Linear(3, 1));
    loadCheckpoint(receiveMessageOnPort(port2)!.message as Uint8Array, { model: there });
    port1.close();
    expect(there(ones(1, 2)).item()).toBe(model(ones(1, 2)).item());
  });
});
