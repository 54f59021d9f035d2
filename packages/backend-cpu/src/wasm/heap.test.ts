import { expect, test } from 'vitest';
import { numbers } from '../testing/views.js';
import { Heap } from './heap.js';

/** A heap over a memory of at most `most` bytes, and how far it reached. */
function heapOf(most = Number.POSITIVE_INFINITY) {
  const reached = { end: 0 };
  const heap = new Heap(100, (end) => {
    if (end > most) return false;
    reached.end = Math.max(reached.end, end);
    return true;
  });
  return { heap, reached };
}

test('blocks lie on lines behind the start, apart, and within what was reached', () => {
  const { heap, reached } = heapOf();
  const next = numbers(3);
  const live: [at: number, bytes: number][] = [];
  for (let i = 0; i < 5000; i++) {
    if (live.length > 40 || (live.length > 0 && next() < 0.4)) {
      heap.free(...live.splice(Math.floor(next() * live.length), 1)[0]!);
      continue;
    }
    const bytes = 1 + Math.floor(next() ** 3 * 5000);
    const at = heap.allocate(bytes);
    expect(at % 64).toBe(0);
    expect(at).toBeGreaterThanOrEqual(128);
    expect(at + bytes + 64).toBeLessThanOrEqual(reached.end);
    for (const [other, size] of live) expect(at + bytes <= other || other + size <= at).toBe(true);
    live.push([at, bytes]);
  }
  // 40 blocks of at most 5 kB were there at once.
  expect(reached.end).toBeLessThan(3 * 40 * 5000);
});

test('a block that came back is the next of its size', () => {
  const { heap, reached } = heapOf();
  const first = heap.allocate(1000);
  const end = reached.end;
  heap.free(first, 1000);
  expect(heap.allocate(990)).toBe(first);
  expect(reached.end).toBe(end);
});

test('neighbours that came back make room for a larger one', () => {
  const { heap, reached } = heapOf();
  const blocks = Array.from({ length: 10 }, () => heap.allocate(640));
  const end = reached.end;
  for (const at of [3, 5, 4, 9, 0, 1, 2, 8, 6, 7]) heap.free(blocks[at]!, 640);
  expect(heap.allocate(6400)).toBe(blocks[0]);
  expect(reached.end).toBe(end);
});

test('gives 0 where the memory cannot grow, and goes on', () => {
  const { heap } = heapOf(10_000);
  const at = heap.allocate(5000);
  expect(heap.allocate(6000)).toBe(0);
  expect(heap.allocate(1000)).toBeGreaterThan(at);
});
