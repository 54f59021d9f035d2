import { expect, it } from 'vitest';
import { unit53, Xoshiro } from './xoshiro.js';

const MASK = 0xffffffffn;
const rotated = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & MASK;

/** The authors' definition, in whole numbers that do not wrap by themselves. */
function* published(key: readonly number[]): Generator<number> {
  const s = key.map((word) => BigInt(word >>> 0));
  for (;;) {
    yield Number(BigInt.asIntN(32, rotated((s[0]! + s[3]!) & MASK, 7n) + s[0]!));
    const t = (s[1]! << 9n) & MASK;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotated(s[3]!, 11n);
  }
}

it('draws the published stream, in one go or word by word', () => {
  const key = [1, -2, 0x7fffffff, 123456789];
  const expected = published(key);
  const stream = new Xoshiro(Int32Array.from(key));
  const words = new Int32Array(1000);
  stream.fill(words);
  for (const word of words) expect(word).toBe(expected.next().value);
  for (let i = 0; i < 20; i++) expect(stream.next()).toBe(expected.next().value);
});

it('makes numbers of 53 bits from 0 on, and never 1', () => {
  expect(unit53(0, 0)).toBe(0);
  expect(unit53(-1, -1)).toBe(1 - 2 ** -53);
  expect(unit53(0, 64)).toBe(2 ** -53);
  expect(unit53(-(2 ** 31), 0)).toBe(0.5);
});
