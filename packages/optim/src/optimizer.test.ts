import { cpu } from '@kindling/backend-cpu';
import { noGrad, ones, scope, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import { Adadelta, Adagrad, Adam, Adamax, AdamW, NAdam, type Optimizer, RAdam, RMSprop, SGD } from './index.js';

const backend = await cpu();
setBackend(backend);

const leaf = (...values: number[]): Tensor => tensor(values, { requiresGrad: true });

describe('what an optimizer takes', () => {
  test('options out of range are errors that name the value', () => {
    const w = [leaf(1)];
    const bad: [() => unknown, string][] = [
      [() => new SGD(w, { lr: -0.1 }), 'SGD: invalid learning rate (lr): -0.1'],
      [() => new SGD(w, {} as { lr: number }), 'SGD: invalid learning rate (lr): undefined'],
      [() => new SGD(w, { lr: Number.NaN }), 'SGD: invalid learning rate (lr): NaN'],
      [() => new SGD(w, { lr: 0.1, momentum: -1 }), 'SGD: invalid momentum value: -1'],
      [() => new SGD(w, { lr: 0.1, weightDecay: -1 }), 'SGD: invalid weightDecay value: -1'],
      [() => new SGD(w, { lr: 0.1, nesterov: true }), 'Nesterov momentum needs a momentum, and a dampening of 0'],
      [() => new SGD(w, { lr: 0.1, nesterov: true, momentum: 0.9, dampening: 0.1 }), 'Nesterov momentum needs'],
      [() => new Adam(w, { lr: -1 }), 'Adam: invalid learning rate (lr): -1'],
      [() => new Adam(w, { eps: -1 }), 'Adam: invalid epsilon value (eps): -1'],
      [() => new Adam(w, { betas: [1, 0.9] }), 'Adam: invalid beta parameter at index 0: 1'],
      [() => new AdamW(w, { betas: [0.9, -0.1] }), 'AdamW: invalid beta parameter at index 1: -0.1'],
      [() => new AdamW(w, { weightDecay: -0.1 }), 'AdamW: invalid weightDecay value: -0.1'],
      [() => new RMSprop(w, { alpha: -0.1 }), 'RMSprop: invalid alpha value: -0.1'],
      [() => new RMSprop(w, { momentum: -0.1 }), 'RMSprop: invalid momentum value: -0.1'],
      [() => new Adagrad(w, { lrDecay: -0.1 }), 'Adagrad: invalid lrDecay value: -0.1'],
      [() => new Adagrad(w, { initialAccumulatorValue: -0.1 }), 'Adagrad: invalid initialAccumulatorValue value: -0.1'],
      [() => new Adadelta(w, { rho: 1.1 }), 'Adadelta: invalid rho value: 1.1'],
      [() => new NAdam(w, { momentumDecay: -1 }), 'NAdam: invalid momentumDecay value: -1'],
      [() => new Adamax(w, { eps: -1 }), 'Adamax: invalid epsilon value (eps): -1'],
      [() => new RAdam(w, { lr: -1 }), 'RAdam: invalid learning rate (lr): -1'],
    ];
    for (const [make, message] of bad) expect(make).toThrow(message);
    expect(() => new Adadelta(w, { rho: 1 })).not.toThrow();
  });

  test('parameters must be distinct leaf tensors', () => {
    const w = leaf(1, 2);
    expect(() => new SGD([], { lr: 0.1 })).toThrow('SGD: the list of parameters is empty');
    expect(() => new SGD(w as never, { lr: 0.1 })).toThrow('SGD: expected a list of parameters, got one tensor');
    expect(() => new SGD([3] as never, { lr: 0.1 })).toThrow('SGD: parameter 0 is not a tensor but 3');
    expect(() => new SGD([w.mul(2)], { lr: 0.1 })).toThrow('SGD: parameter 0 ([2]) is the result of an operation');
    expect(() => new SGD([w, w], { lr: 0.1 })).toThrow('SGD: parameter 1 ([2]) appears twice');
    const groups = [{ params: [w] }, { params: [leaf(1), w] }];
    expect(() => new SGD(groups, { lr: 0.1 })).toThrow('SGD: parameter 1 ([2]) appears twice');
    expect(() => new SGD([{ params: [w], lr: -1 }], { lr: 0.1 })).toThrow('invalid learning rate (lr): -1');
  });

  test('groups have options of their own, which may change', () => {
    const [a, b, c] = [leaf(1), leaf(1), leaf(1)];
    const optimizer = new SGD([{ params: [a], lr: 0.5 }, { params: new Set([b]) }], { lr: 0.25 });
    optimizer.addParamGroup({ params: [c], lr: 0.125 });
    const step = (): void => {
      for (const w of [a, b, c]) w.grad = ones(1);
      optimizer.step();
    };
    step();
    expect([a, b, c].map((w) => w.item())).toEqual([0.5, 0.75, 0.875]);
    for (const group of optimizer.paramGroups) group.lr = 0.25;
    step();
    expect([a, b, c].map((w) => w.item())).toEqual([0.25, 0.5, 0.625]);
  });
});

describe('steps', () => {
  test('a parameter without a gradient stays', () => {
    const [a, b] = [leaf(1), leaf(1)];
    const optimizer = new Adam([a, b], { weightDecay: 0.1 });
    expect(optimizer.step()).toBeNull();
    a.grad = ones(1);
    optimizer.step();
    expect(a.item()).toBeLessThan(1);
    expect(b.item()).toBe(1);
    expect(optimizer.state.size).toBe(1);
  });

  test('zeroGrad forgets gradients, or makes them 0', () => {
    const w = leaf(1);
    const optimizer = new SGD([w], { lr: 0.1 });
    w.mul(2).sum().backward();
    const { grad } = w;
    optimizer.zeroGrad({ setToNone: false });
    expect(w.grad!.item()).toBe(0);
    expect(w.grad!.buffer).toBe(grad!.buffer);
    optimizer.zeroGrad();
    expect(w.grad).toBeNull();
    optimizer.zeroGrad({ setToNone: false });
    expect(w.grad).toBeNull();
  });

  test('a closure computes the loss anew, also inside noGrad', () => {
    const w = leaf(2);
    const optimizer = new SGD([w], { lr: 0.25 });
    const loss = noGrad(() =>
      optimizer.step(() => {
        optimizer.zeroGrad();
        const value = w.mul(w).sum();
        value.backward();
        return value;
      }),
    );
    expect(loss.item()).toBe(4);
    expect(w.item()).toBe(1);
  });

  test.each([true, false])('a backward pass behind a step says that a value was changed (fused: %s)', async (fused) => {
    const own = await cpu();
    if (!fused) Object.defineProperty(own, 'fused', { value: undefined });
    const make = (make: (w: Tensor) => { step(): unknown }): void => {
      const w = tensor([2], { requiresGrad: true, backend: own });
      const loss = w.mul(w).sum();
      w.grad = ones([1], { backend: own });
      make(w).step();
      expect(() => loss.backward()).toThrow('changed in place');
    };
    make((w) => new SGD([w], { lr: 0.1 }));
    make((w) => new SGD([w], { lr: 0.1, momentum: 0.9 }));
    make((w) => new Adam([w]));
    make((w) => new RMSprop([w]));
  });

  test('strided parameters and gradients, and such on another backend, take the same step', async () => {
    const other = await cpu();
    const makers: ((params: Tensor[]) => Optimizer<{ lr: number }>)[] = [
      (params) => new SGD(params, { lr: 0.1, momentum: 0.9 }) as Optimizer<{ lr: number }>,
      (params) => new Adam(params, { lr: 0.1, amsgrad: true }) as unknown as Optimizer<{ lr: number }>,
    ];
    for (const make of makers) {
      const values = [
        [1, 2, 3],
        [4, 5, 6],
      ];
      const dense = tensor(values).requiresGrad_();
      const strided = tensor(values).t().contiguous().t().requiresGrad_();
      const away = tensor(values, { backend: other }).requiresGrad_();
      expect(strided.dense).toBe(false);
      const optimizer = make([strided, away]);
      const plain = make([dense]);
      for (let i = 1; i < 4; i++) {
        const gradient = tensor(values).mul(i - 2.5);
        dense.grad = gradient;
        strided.grad = gradient;
        away.grad = await gradient.to(other);
        optimizer.step();
        plain.step();
      }
      for (const param of [strided, away]) {
        [...param.dataSync()].forEach((value, i) => {
          expect(value).toBeCloseTo(dense.dataSync()[i]!, 5);
        });
      }
    }
  });

  test('what is remembered outlives the scope in which the step was made', async () => {
    const own = await cpu();
    const released = new Set<object>();
    const release = own.release.bind(own);
    Object.defineProperty(own, 'release', {
      value: (buffer: Parameters<typeof own.release>[0]) => {
        released.add(buffer);
        release(buffer);
      },
    });
    for (const withFused of [true, false]) {
      if (!withFused) Object.defineProperty(own, 'fused', { value: undefined });
      const makers: ((w: Tensor) => { step(): unknown; state: Map<Tensor, Record<string, Tensor | number>> })[] = [
        (w) => new SGD([w], { lr: 0.1, momentum: 0.9 }),
        (w) => new Adam([w], { amsgrad: true }),
        (w) => new RMSprop([w], { centered: true, momentum: 0.5 }),
        (w) => new Adagrad([w]),
        (w) => new Adadelta([w]),
      ];
      for (const make of makers) {
        const w = ones([2], { requiresGrad: true, backend: own });
        const optimizer = make(w);
        for (let i = 0; i < 3; i++) {
          scope(() => {
            w.mul(w).sum().backward();
            optimizer.step();
          });
        }
        const state = Object.values(optimizer.state.get(w)!).filter((value) => typeof value !== 'number');
        expect(state.length).toBeGreaterThan(0);
        for (const value of [w, ...state]) expect(released.has(value.buffer)).toBe(false);
      }
    }
    expect(released.size).toBeGreaterThan(0);
  });
});

describe('state', () => {
  test('is plain data but for the tensors, numbered through all groups', () => {
    const [a, b, c] = [leaf(1), leaf(2, 3), leaf(4)];
    const optimizer = new SGD([{ params: [a, b] }, { params: [c], lr: 1 }], { lr: 0.5, momentum: 0.9 });
    b.grad = ones(2);
    c.grad = ones(1);
    optimizer.step();
    const state = optimizer.stateDict();
    expect(Object.keys(state.state)).toEqual(['1', '2']);
    const base = { momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };
    expect(state.paramGroups).toEqual([
      { ...base, lr: 0.5, params: [0, 1] },
      { ...base, lr: 1, params: [2] },
    ]);
    expect(JSON.parse(JSON.stringify(state.paramGroups))).toEqual(state.paramGroups);
  });

  test('is copied when it is loaded, in the dtype and on the backend of the parameters', async () => {
    const from = new Adam([leaf(1)], { lr: 0.5 });
    from.paramGroups[0]!.params[0]!.grad = ones(1);
    from.step();
    const other = await cpu();
    const w = tensor([1], { dtype: 'float64', backend: other, requiresGrad: true });
    const to = new Adam([w]);
    to.loadStateDict(from.stateDict());
    from.step();
    const state = to.state.get(w)!;
    expect([state.expAvg.dtype, state.expAvg.backend === other, state.step]).toEqual(['float64', true, 1]);
    expect(state.expAvg.item()).toBeCloseTo(0.1, 6);
    expect(to.paramGroups[0]!.lr).toBe(0.5);
    expect(to.paramGroups[0]!.params).toEqual([w]);
  });

  test('of another optimizer is an error, and changes nothing', () => {
    const optimizer = new SGD([leaf(1), leaf(2)], { lr: 0.5, momentum: 0.9 });
    const state = optimizer.stateDict();
    const other = new SGD([leaf(1)], { lr: 0.1, momentum: 0.9 });
    expect(() => other.loadStateDict(state)).toThrow(
      'group 0 of the state dict must number its 1 parameters from 0 on, not 0, 1',
    );
    expect(() => other.loadStateDict({ ...state, paramGroups: [] })).toThrow('0 parameter groups, the optimizer 1');
    const wrong = { ...other.stateDict(), state: { 0: { momentumBuffer: zeros(3) } } };
    expect(() => other.loadStateDict(wrong)).toThrow('parameter 0 is [1], its momentumBuffer [3]');
    expect(other.paramGroups[0]!.lr).toBe(0.1);
    expect(other.state.size).toBe(0);
  });
});
