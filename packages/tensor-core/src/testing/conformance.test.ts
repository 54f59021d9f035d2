import { cpu } from '@kindling/backend-cpu';
import type { Backend, Buffer, View } from '@kindling/tensor-core/backend';
import { type ConformanceOptions, conformance } from '@kindling/tensor-core/testing';
import { beforeAll, describe, expect, test } from 'vitest';

let plain: Backend;
beforeAll(async () => {
  plain = await cpu({ wasm: false });
});

/** The tests that conformance registers, to be run one by one. */
function collect(options: Omit<ConformanceOptions, 'test' | 'name' | 'reference'>) {
  const tests = new Map<string, (context?: unknown) => Promise<void>>();
  const skipped: string[] = [];
  const it = Object.assign((name: string, run: (context?: unknown) => Promise<void>) => void tests.set(name, run), {
    skip: (name: string) => void skipped.push(name),
  });
  conformance({
    name: 'tested',
    reference: async () => plain,
    test: { describe: (_, register) => register(), it },
    ...options,
  });
  return { tests, skipped };
}

/** A plain backend in which some methods are replaced; what replaces them may call those that were there before. */
async function changed(change: (own: Backend) => Partial<Backend>): Promise<Backend> {
  const backend = await cpu({ wasm: false });
  const before: Record<string, unknown> = { fused: backend.fused };
  // Of all classes that it extends.
  for (let part = Object.getPrototypeOf(backend); part !== Object.prototype; part = Object.getPrototypeOf(part)) {
    for (const name of Object.getOwnPropertyNames(part)) {
      before[name] ??= (backend[name as keyof Backend] as () => unknown).bind(backend);
    }
  }
  return Object.assign(backend, change(before as unknown as Backend));
}

/** The names of the tests that a backend fails, of those whose names have a word. */
async function failures(backend: Backend, words: string): Promise<string[]> {
  const { tests } = collect({ backend: async () => backend });
  const failed: string[] = [];
  for (const [name, run] of tests) {
    if (!words.split(' ').every((word) => name.split(' ').includes(word))) continue;
    await run().catch(() => failed.push(name));
  }
  return failed;
}

/** Changes one element of what a method made. */
function spoil(buffer: Buffer, at: number, change: (value: number) => number): Buffer {
  const view = { dtype: buffer.dtype, shape: [buffer.size], strides: [1], offset: 0, count: buffer.size, dense: true };
  const values = buffer.backend.readSync!({ ...view, buffer });
  if (at < buffer.size) values[at] = change(values[at]!);
  return buffer.backend.upload(values, buffer.dtype, true);
}

describe('conformance', () => {
  test('registers a test for each operation, dtype and aspect', () => {
    const { tests } = collect({ backend: async () => plain });
    for (const name of ['exp float32 forward', 'exp float64 gradient', 'matmul float32 large', 'max float32 NaN'])
      expect(tests.has(name)).toBe(true);
    expect(tests.size).toBeGreaterThan(1000);
  });

  test('passes where nothing is wrong', async () => {
    const same = await changed(() => ({}));
    for (const words of ['fused float32', 'matmul float64', 'read', 'exp'])
      expect(await failures(same, words)).toEqual([]);
  });

  test('needs no synchronous reads, and has what reads refuse without them', async () => {
    const slow = await changed((own) => ({
      // `undefined` is how a backend lacks it.
      readSync: undefined as never,
      read: async (x: View) => {
        await new Promise((resolve) => setTimeout(resolve, 0));
        return own.readSync!(x);
      },
    }));
    expect(await failures(slow, 'float32 forward')).toEqual([]);
    expect(await failures(slow, 'read')).toEqual([]);
  });

  test('reports skips with their reasons, by one word or several', () => {
    const skip = { denormals: 'flushed to 0', 'sort float64': 'not yet' };
    const { tests, skipped } = collect({ backend: async () => plain, skip });
    expect(skipped).toContain('exp float32 denormals (skipped: flushed to 0)');
    expect(skipped).toContain('sort float64 forward (skipped: not yet)');
    expect(tests.has('exp float32 denormals')).toBe(false);
    expect(tests.has('sort float32 forward')).toBe(true);
  });

  test('does not need describe to call what it is given at once, as Vitest does not', () => {
    const later: (() => void)[] = [];
    const it = Object.assign(() => {}, { skip: () => {} });
    const describe = (_: string, register: () => void): void => void later.push(register);
    conformance({
      name: 'tested',
      backend: async () => plain,
      reference: async () => plain,
      test: { describe, it },
      skip: { sort: 'not yet' },
    });
    expect(later).toHaveLength(1);
  });

  test('refuses a skip that fits nothing', () => {
    expect(() => collect({ backend: async () => plain, skip: { 'exp sort': 'a mistake' } })).toThrow(
      'conformance: no test has the words of skip: exp sort',
    );
  });

  test('tests the dtypes asked for alone, and refuses one that there is not', () => {
    const { tests } = collect({ backend: async () => plain, dtypes: ['float32'] });
    expect(tests.has('exp float32 forward')).toBe(true);
    expect(tests.has('exp float64 forward')).toBe(false);
    // @ts-expect-error
    expect(() => collect({ backend: async () => plain, dtypes: ['float16'] })).toThrow('there is no dtype float16');
  });

  test('tries every view, or two for each call by turns', async () => {
    const calls = async (viewsInTurn: boolean): Promise<number> => {
      let uploads = 0;
      const counted = await changed((own) => ({
        upload(values, dtype, owned) {
          uploads++;
          return own.upload(values, dtype, owned);
        },
      }));
      await collect({ backend: async () => counted, viewsInTurn }).tests.get('exp float32 views')!();
      return uploads;
    };
    expect((await calls(false)) / (await calls(true))).toBe(7 / 2);
  });

  test('leaves dtypes out that the backend does not have', async () => {
    const single = await changed((own) => ({
      supports: (dtype) => dtype !== 'float64',
      upload(values, dtype, owned) {
        if (dtype === 'float64') throw new Error('there is no float64');
        return own.upload(values, dtype, owned);
      },
    }));
    expect(await failures(single, 'float64')).toEqual([]);
    expect(await failures(single, 'exp forward')).toEqual([]);
    const run = collect({ backend: async () => single }).tests.get('exp float64 forward')!;
    const notes: string[] = [];
    const context = { skip: (note: string) => void notes.push(note) };
    // As Vitest and node:test hand it over, and as Mocha does.
    await run(context);
    await run.call(context);
    expect(notes).toEqual(['cpu has no float64', 'cpu has no float64']);
    expect(run).toHaveLength(0);
  });

  test('leaves fused kernels out that the backend does not have', async () => {
    const slow = await changed(() => ({ fused: {} }));
    const notes: string[] = [];
    const context = { skip: (note: string) => void notes.push(note) };
    await collect({ backend: async () => slow }).tests.get('fused softmax float32')!(context);
    expect(notes).toEqual(['cpu composes softmax']);
  });
});

describe('conformance catches', () => {
  test('an inexact function', async () => {
    const wrong = await changed((own) => ({
      unary: (op, x) => (op === 'exp' ? spoil(own.unary(op, x), 3, (value) => value * 1.00001) : own.unary(op, x)),
    }));
    expect(await failures(wrong, 'exp float32 forward')).toEqual(['exp float32 forward']);
    expect(await failures(wrong, 'log float32 forward')).toEqual([]);
  });

  test('a function that ignores strides', async () => {
    const wrong = await changed((own) => ({ unary: (op, x) => own.unary(op, { ...x, dense: true }) }));
    expect(await failures(wrong, 'tanh float32')).toEqual(['tanh float32 views', 'tanh float32 gradient']);
  });

  test('a sum that leaves the last element out', async () => {
    const wrong = await changed((own) => ({
      reduce: (op, x, keep) =>
        op === 'sum' && keep === 0 && x.shape.length === 1 && x.count > 1000
          ? own.reduce(op, { ...x, shape: [x.count - 1], count: x.count - 1 }, 0)
          : own.reduce(op, x, keep),
    }));
    expect(await failures(wrong, 'sum float32 forward')).toEqual([]);
    expect(await failures(wrong, 'sum float32 large')).toEqual(['sum float32 large']);
  });

  test('a product that takes every matrix for dense', async () => {
    const wrong = await changed((own) => {
      const dense = (x: View): View => ({
        ...x,
        strides: x.strides.map((_, i) => x.shape.slice(i + 1).reduce((p, q) => p * q, 1)),
      });
      return { matmul: (a, b) => own.matmul(dense(a), dense(b)) };
    });
    expect(await failures(wrong, 'matmul float32 views')).toEqual(['matmul float32 views']);
    expect(await failures(wrong, 'matmul float32 gradient')).toEqual(['matmul float32 gradient']);
  });

  test('positions that are off by one', async () => {
    const wrong = await changed((own) => ({
      argReduce: (op, x, keep) => spoil(own.argReduce(op, x, keep), 1, (i) => i + 1),
    }));
    expect(await failures(wrong, 'argmax float32 forward')).toEqual(['argmax float32 forward']);
  });

  test('ties that go to the last element', async () => {
    const wrong = await changed((own) => ({
      argReduce(op, x, keep) {
        if (x.shape.length !== 2 || keep !== 1) return own.argReduce(op, x, keep);
        const turned = {
          ...x,
          strides: [x.strides[0]!, -x.strides[1]!],
          offset: x.offset + x.strides[1]! * (x.shape[1]! - 1),
          dense: false,
        };
        return own.binary('sub', x.shape[1]! - 1, { ...turned, ...view(own.argReduce(op, turned, keep)) });
      },
    }));
    expect(await failures(wrong, 'argmax float32 forward')).toEqual([]);
    expect(await failures(wrong, 'equal-elements float32 forward')).toEqual(['equal-elements float32 forward']);
  });

  test('NaN that a maximum loses', async () => {
    const wrong = await changed((own) => ({
      reduce: (op, x, keep) =>
        op === 'max'
          ? own.reduce(op, { ...x, ...view(own.where(x0(own, x), -1e30, x, x.dtype), x.shape) }, keep)
          : own.reduce(op, x, keep),
    }));
    expect(await failures(wrong, 'norm-inf float32 NaN')).toEqual(['norm-inf float32 NaN']);
  });

  test('a 0 that has lost its sign', async () => {
    const wrong = await changed((own) => ({
      unary: (op, x) => own.binary('add', view(own.unary(op, x)), op === 'sin' ? 0 : -0),
    }));
    expect(await failures(wrong, 'sin float32 signed-zeros')).toEqual(['sin float32 signed-zeros']);
    expect(await failures(wrong, 'tanh float32 signed-zeros')).toEqual([]);
  });

  test('an upload that keeps the array of the caller', async () => {
    const wrong = await changed((own) => ({ upload: (values, dtype) => own.upload(values, dtype, true) }));
    expect(await failures(wrong, 'upload float32')).toEqual(['upload float32']);
  });

  test('a fused kernel that is not its composition', async () => {
    const wrong = await changed((own) => ({
      fused: {
        ...own.fused!,
        adam: (step) => own.fused!.adam!({ ...step, eps: 0 }),
        linear: (x, weight, _bias, activation) => own.fused!.linear!(x, weight, null, activation),
        softmax: (x) => spoil(own.fused!.softmax!(x), x.count - 1, (value) => value * 1.0001),
        linearBackward: (grad, x, weight, y, _activation, wanted) =>
          own.fused!.linearBackward!(grad, x, weight, y, 'identity', wanted),
        normalize: (x, weight, bias, how) => own.fused!.normalize!(x, weight, bias, { ...how, eps: 0.101 }),
        normalizeBackward: (grad, x, _weight, how, wanted) => own.fused!.normalizeBackward!(grad, x, null, how, wanted),
        loss: (kind, x, target) => own.fused!.loss!(kind, x, target, 'sum'),
        lossBackward: (kind, grad, x, target) => own.fused!.lossBackward!(kind, grad, x, target, 'sum'),
      },
    }));
    expect(await failures(wrong, 'fused float32')).toEqual([
      'fused linear float32',
      'fused linearBackward float32',
      'fused softmax float32',
      'fused normalize float32',
      'fused normalizeBackward float32',
      'fused loss float32',
      'fused lossBackward float32',
      'fused adam float32',
    ]);
  });
});

/** A buffer read as a vector, or with a shape. */
function view(buffer: Buffer, shape: readonly number[] = [buffer.size]): View {
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((p, q) => p * q, 1));
  return { buffer, dtype: buffer.dtype, shape, strides, offset: 0, count: buffer.size, dense: true };
}

/** Where elements are NaN. */
function x0(own: Backend, x: View): View {
  return view(own.unary('isnan', x), x.shape);
}
