import { setTimeout as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { defineOp, fromBuffer, grad, ones, setBackend, sum } from '@kindling/tensor-core';
import type { Buffer } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../buffer.js';
import { kinds } from '../testing/backends.js';
import { list, plain, uniform, view, viewOf } from '../testing/views.js';
import { WasmBackend } from './backend.js';
import { loadEngines } from './load.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const kind = kinds[0]!;

async function start(resident = 1e6) {
  const engines = await loadEngines(kind, { resident });
  return { backend: new WasmBackend(kind, engines), engine: engines.small };
}

const values = (buffer: Buffer): number[] => list(plain.copy(viewOf(buffer), 'float32'));

describe('a pinned buffer', () => {
  test('keeps its elements, and every operation finds them', async () => {
    const { backend, engine } = await start();
    const weight = view(uniform(7 * 60, -1, 1, 1), [7, 60], { backend });
    const x = view(uniform(5 * 60, -1, 1, 2), [5, 60], { backend });
    const results = () =>
      [
        backend.fused.linear(x, weight, null, 'tanh'),
        backend.unary('exp', weight),
        backend.binary('mul', weight, weight),
        backend.reduce('sum', weight, 1),
        backend.fused.softmax(weight),
        backend.copy(weight, 'float64'),
        backend.matmul(x, viewOf(weight.buffer, [60, 7], [1, 60])),
      ].map(list);
    const before = results();
    backend.pin(weight.buffer);
    expect((weight.buffer as CpuBuffer).home).not.toBeNull();
    expect(engine.resident).toBe(7 * 60 * 4);
    expect(results()).toEqual(before);
  });

  test('is changed in place where it is', async () => {
    const { backend } = await start();
    const weight = view(uniform(100), [100], { backend });
    backend.pin(weight.buffer);
    backend.assign(weight, 3);
    expect(values(weight.buffer)).toEqual(new Array(100).fill(3));
  });

  test('is found again after the memory grew', async () => {
    const { backend, engine } = await start();
    const buffer = view(uniform(100), [100], { backend }).buffer;
    const before = values(buffer);
    backend.pin(buffer);
    const { byteLength } = engine.memory.buffer;
    engine.reserve(3 * byteLength);
    expect(engine.memory.buffer.byteLength).toBeGreaterThan(byteLength);
    expect(values(buffer)).toEqual(before);
    backend.pin(view(uniform(50), [50], { backend }).buffer);
    expect(values(buffer)).toEqual(before);
  });

  test('gives its memory back when it is released, and is empty then', async () => {
    const { backend, engine } = await start();
    const x = view(uniform(100), [100], { backend });
    backend.pin(x.buffer);
    backend.release(x.buffer);
    expect(engine.resident).toBe(0);
    expect(() => backend.unary('neg', x)).toThrow('disposed');
    backend.release(x.buffer);
    expect(engine.resident).toBe(0);
  });

  test('moves out with its elements', async () => {
    const { backend, engine } = await start();
    const { buffer } = view(uniform(100), [100], { backend });
    const before = values(buffer);
    backend.pin(buffer);
    backend.unpin(buffer);
    expect((buffer as CpuBuffer).home).toBeNull();
    expect(engine.resident).toBe(0);
    expect(values(buffer)).toEqual(before);
  });

  test('stays with JavaScript where there is no room, or where it is of another dtype', async () => {
    const { backend } = await start(1000);
    const large = view(uniform(300), [300], { backend });
    const double = view(uniform(3), [3], { dtype: 'float64', backend });
    for (const { buffer } of [large, double]) {
      backend.pin(buffer);
      expect((buffer as CpuBuffer).home).toBeNull();
    }
  });

  test('gives its memory back, and that of its gradients, when it is collected', async () => {
    const { backend, engine } = await start();
    const o = 8;
    const i = 9;
    (() => {
      for (let n = 0; n < 5; n++) {
        const weight = view(uniform(o * i), [o, i], { backend });
        backend.pin(weight.buffer);
        const x = view(uniform(4 * i), [4, i], { backend });
        const grad = view(uniform(4 * o), [4, o], { backend });
        const [, dWeight] = backend.fused.linearBackward(grad, x, weight, grad, 'identity', [false, true, false])!;
        expect((dWeight as CpuBuffer).home).not.toBeNull();
      }
    })();
    expect(engine.resident).toBe(5 * 2 * o * i * 4);
    for (let tries = 0; tries < 20 && engine.resident > 0; tries++) {
      collectGarbage();
      await turn(5);
    }
    expect(engine.resident).toBe(0);
  });
});

describe('the gradient of a pinned weight', () => {
  test('is what it is without, and gives its memory back alone', async () => {
    const { backend, engine } = await start();
    const weight = view(uniform(6 * 20), [6, 20], { backend });
    const x = view(uniform(9 * 20, -1, 1, 2), [9, 20], { backend });
    const grad = view(uniform(9 * 6, -1, 1, 3), [9, 6], { backend });
    const y = view(uniform(9 * 6, 0, 1, 4), [9, 6], { backend });
    const gradients = () => backend.fused.linearBackward(grad, x, weight, y, 'sigmoid', [true, true, true])!;
    const before = gradients().map((buffer) => values(buffer!));
    backend.pin(weight.buffer);
    const after = gradients();
    expect(after.map((buffer) => values(buffer!))).toEqual(before);
    backend.release(after[1]!);
    expect(engine.resident).toBe(6 * 20 * 4);
    expect(list(backend.fused.linear(x, weight, null, 'identity')).every(Number.isFinite)).toBe(true);
  });

  test("is the caller's, and an array, where grad() returns it", async () => {
    const { backend, engine } = await start();
    setBackend(backend);
    const weight = fromBuffer(backend.upload(Float32Array.from(uniform(6 * 20)), 'float32'), [6, 20]);
    backend.pin(weight.buffer);
    weight.requiresGrad = true;
    const linear = defineOp<undefined>({
      name: 'linear',
      forward: ([x, w]) => fromBuffer(backend.fused.linear(x!, w!, null, 'identity'), [9, 6]),
      together: (g, { inputs: [x, w] }, wanted) =>
        backend.fused
          .linearBackward(g, x!, w!, g, 'identity', wanted)!
          .slice(0, 2)
          .map((made, i) => made && fromBuffer(made, [x!, w!][i]!.shape)),
      backward: [],
    });
    const total = () => sum(linear([ones(9, 20), weight], undefined));
    const [returned] = grad(total(), [weight]);
    expect((returned!.buffer as CpuBuffer).home).toBeNull();
    expect(engine.resident).toBe(6 * 20 * 4);
    total().backward();
    expect(engine.resident).toBe(2 * 6 * 20 * 4);
    expect(weight.grad!.tolist()).toEqual(returned!.tolist());
    expect(engine.resident).toBe(6 * 20 * 4);
  });
});
