import { keep, ones, scope, setBackend, type Tensor } from '@kindling/tensor-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../buffer.js';
import { kinds } from '../testing/backends.js';
import { WasmBackend } from './backend.js';
import type { Engine } from './engine.js';
import { loadEngines } from './load.js';

const N = 5000;
const homeOf = (x: Tensor) => (x.buffer as CpuBuffer).home;
let engine: Engine;
beforeEach(async () => {
  const engines = await loadEngines(kinds[0]!, { resident: 1e6 });
  engine = engines.small;
  setBackend(new WasmBackend(kinds[0]!, engines));
});

describe('a result in a scope', () => {
  test('lies where the kernels work, and goes with the scope', () => {
    const x = ones(N);
    expect(homeOf(x.mul(2))).toBeNull();
    scope(() => {
      const y = x.mul(2).add(1).exp();
      expect(homeOf(y)).not.toBeNull();
      expect(homeOf(x.narrow(0, 0, 100).mul(2))).toBeNull();
      expect(y.dataSync()[N - 1]).toBeCloseTo(Math.exp(3), 4);
      expect(y.dataSync().buffer).not.toBe(engine.memory.buffer);
    });
    expect(engine.resident).toBe(0);
  });

  test('is copied out where it outlives the scope, however it does', () => {
    const x = ones(N);
    let kept: Tensor | undefined;
    let gradient: Tensor | undefined;
    const returned = scope(() => {
      const inner = scope(() => x.mul(2));
      expect(homeOf(inner)).not.toBeNull();
      kept = keep(inner.add(1));
      const w = keep(x.mul(3)).requiresGrad_();
      w.mul(w).sum().backward();
      gradient = w.grad!;
      return inner.add(2);
    });
    expect([returned, kept!, gradient!].map(homeOf)).toEqual([null, null, null]);
    expect(engine.resident).toBe(0);
    expect([returned, kept!, gradient!].map((y) => y.dataSync()[7])).toEqual([4, 3, 6]);
  });

  test('may be pinned in it', () => {
    const x = ones(N);
    const y = scope(() => {
      const made = keep(x.mul(2));
      made.backend.pin!(made.buffer);
      return made;
    });
    expect(homeOf(y)).not.toBeNull();
    expect(y.dataSync()[3]).toBe(2);
  });

  test('is found after the memory grew', () => {
    const x = ones(N);
    scope(() => {
      const y = x.mul(2);
      const { byteLength } = engine.memory.buffer;
      engine.reserve(3 * byteLength);
      expect(y.dataSync()[N - 1]).toBe(2);
      expect(y.add(1).dataSync()[N - 1]).toBe(3);
    });
  });

  test('is an array where there is no room, or where its kernel threw, whose room comes back', () => {
    const x = ones(N);
    const gone = scope(() => [x.mul(2)])[0]!;
    gone.dispose();
    scope(() => {
      for (let i = 0; i < 30; i++) expect(() => gone.exp()).toThrow('disposed');
      const all = Array.from({ length: 20 }, (_, i) => x.mul(i));
      expect(all.filter((y) => homeOf(y) !== null).length).toBeGreaterThan(8);
      expect(homeOf(all.at(-1)!)).toBeNull();
      expect(all.map((y) => y.dataSync()[5])).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });
    expect(engine.resident).toBe(0);
  });

  test('whose rows are no whole vectors writes over nothing beside it', () => {
    const rows = ones(1600, 10);
    const row = ones(10);
    scope(() => {
      const [a, b, c] = [rows.mul(2), rows.mul(3), rows.mul(4)];
      a.add(row);
      const all = [rows.add(row), a, b, c, row.add(rows)].map((x) => [...new Set(x.dataSync())]);
      expect(all).toEqual([[2], [2], [3], [4], [2]]);
    });
  });

  test('of many scopes in one costs nothing that stays', () => {
    const x = ones(N);
    scope(() => {
      for (let i = 0; i < 5000; i++) scope(() => void x.mul(2));
    });
    expect(engine.resident).toBe(0);
  });
});
