import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { enableGrad, isGradEnabled, noGrad, ones, setBackend } from '../index.js';

beforeAll(async () => setBackend(await cpu()));

describe('noGrad', () => {
  test('records nothing inside, and everything after', () => {
    const x = ones([2], { requiresGrad: true });
    expect(noGrad(() => x.mul(2)).requiresGrad).toBe(false);
    expect(x.mul(2).requiresGrad).toBe(true);
  });

  test('returns what the function returns, nests, and can be undone inside', () => {
    const x = ones([2], { requiresGrad: true });
    const seen = noGrad(() => [
      isGradEnabled(),
      noGrad(() => 7),
      isGradEnabled(),
      enableGrad(() => x.mul(2).requiresGrad),
    ]);
    expect(seen).toEqual([false, 7, false, true]);
    expect(isGradEnabled()).toBe(true);
  });

  test('ends also where the function throws', () => {
    expect(() =>
      noGrad(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(isGradEnabled()).toBe(true);
  });

  test('refuses an asynchronous function, whose rest it would not cover', async () => {
    expect(() => noGrad(async () => ones(2).mul(2))).toThrow(
      'noGrad: the function is asynchronous: what follows its first await is not covered',
    );
    expect(() => enableGrad(async () => 1)).toThrow('enableGrad: the function is asynchronous');
    // A rejection of the promise that was turned away is nobody's to handle.
    expect(() =>
      noGrad(async () => {
        throw new Error('inside');
      }),
    ).toThrow('noGrad: the function is asynchronous');
    expect(isGradEnabled()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
});
