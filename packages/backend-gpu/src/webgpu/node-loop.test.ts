import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { letEnd, untilRead } from './node-loop.js';

/** A native function without a name, as those of a package in C++ are. */
const native = (): (() => void) => Object.defineProperty(Date.now.bind(Date), 'name', { value: '' });

it("lets a package's turns not count, and everybody else's, and ends that", async () => {
  const before = globalThis.setImmediate;
  const release = vi.fn();
  const [stop, stopOther] = [letEnd(release), letEnd(() => undefined)];
  expect(setImmediate(native()).hasRef()).toBe(false);
  const called = vi.fn();
  expect(setImmediate(called, 5).hasRef()).toBe(true);
  expect(setImmediate(called.bind(null)).hasRef()).toBe(true);
  expect(await promisify(setImmediate)(7)).toBe(7);
  expect(called).toHaveBeenCalledWith(5);
  process.emit('beforeExit', 0);
  expect(release).toHaveBeenCalledOnce();
  stop();
  expect(globalThis.setImmediate).not.toBe(before);
  stopOther();
  stop();
  expect(globalThis.setImmediate).toBe(before);
  process.emit('beforeExit', 0);
  expect(release).toHaveBeenCalledOnce();
});

it('turns on until what is read is there, also by two', async () => {
  const stop = letEnd(() => undefined);
  const soon = () => new Promise<number>((resolve) => void setTimeout(() => resolve(3), 5));
  expect(await Promise.all([untilRead(soon()), untilRead(soon())])).toEqual([3, 3]);
  await expect(untilRead(Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  stop();
  expect(await untilRead(soon())).toBe(3);
});
