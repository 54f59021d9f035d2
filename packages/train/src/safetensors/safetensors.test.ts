import { cpu } from '@kindling/backend-cpu';
import { SeedrandomGenerator, setBackend, tensor } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { readSafetensors, SafetensorsError, writeSafetensors } from '../safetensors.js';
import { crc32 } from './crc32.js';

setBackend(await cpu());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of any header and data. */
function file(header: unknown, data: Uint8Array | number[] = []): Uint8Array {
  const json = bytes(typeof header === 'string' ? header : JSON.stringify(header));
  const whole = new Uint8Array(8 + json.length + data.length);
  new DataView(whole.buffer).setUint32(0, json.length, true);
  whole.set(json, 8);
  whole.set(data, 8 + json.length);
  return whole;
}

const entry = (dtype: string, shape: number[], begin: number, end: number) => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

it('knows the checksum of the textbook, whole and in parts', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytes('The quick brown fox jumps over the lazy dog'))).toBe(0x414fa339);
  expect(crc32(bytes('456789'), crc32(bytes('123')))).toBe(0xcbf43926);
});

it('keeps every bit of every dtype, whatever the names', async () => {
  const tensors = {
    '0': tensor([0.1, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1e-45]),
    f64: tensor([[Math.PI], [-0], [5e-324]], { dtype: 'float64' }),
    'ä "quoted"\n': tensor([-1, 2 ** 31 - 1], { dtype: 'int32' }),
    bool: tensor([true, false, true]),
    scalar: tensor(2.5),
    empty: tensor([]).reshape([0, 3]),
    view: tensor([
      [1, 2],
      [3, 4],
    ]).t(),
  };
  const written = await writeSafetensors(tensors, { metadata: { '7': 'seven', note: '"' } });
  const { tensors: back, metadata } = readSafetensors(written);
  expect(metadata).toMatchObject({ '7': 'seven', note: '"' });
  expect(Object.keys(back).sort()).toEqual(Object.keys(tensors).sort());
  for (const [name, value] of Object.entries(tensors)) {
    expect([back[name]!.dtype, back[name]!.shape]).toEqual([value.dtype, value.shape]);
    expect(back[name]!.dataSync()).toEqual(value.dataSync());
  }
  // A part of a larger buffer, and plain memory.
  const wide = new Uint8Array(written.length + 3);
  wide.set(written, 3);
  expect(readSafetensors(wide.subarray(3)).tensors.scalar!.item()).toBe(2.5);
  expect(readSafetensors(written.slice().buffer).tensors.scalar!.item()).toBe(2.5);
});

it('reads the narrow and the wide types of others', () => {
  const half = new Uint8Array(Uint16Array.of(0x3c00, 0xc000, 0x7c00, 0x0001, 0x3555, 0x7e00).buffer);
  const read = (type: string, data: Uint8Array, count: number) =>
    readSafetensors(file({ x: entry(type, [count], 0, data.length) }, data)).tensors.x!;
  const halves = [...read('F16', half, 6).dataSync()];
  expect(halves.slice(0, 4)).toEqual([1, -2, Number.POSITIVE_INFINITY, 2 ** -24]);
  expect(halves[4]).toBeCloseTo(1 / 3, 3);
  expect(halves[5]).toBeNaN();
  const brain = new Uint8Array(Uint16Array.of(0x3f80, 0xc040).buffer);
  expect(read('BF16', brain, 2).tolist()).toEqual([1, -3]);
  const long = (...values: bigint[]) => new Uint8Array(BigInt64Array.from(values).buffer);
  expect(read('I64', long(-7n, 41n), 2).tolist()).toEqual([-7, 41]);
  expect(read('I64', long(1n), 1).dtype).toBe('int32');
  expect(() => read('I64', long(0n, 2n ** 40n), 2)).toThrow(
    'safetensors: "x" holds 1099511627776 at 1, which does not fit int32',
  );
  expect(read('U8', Uint8Array.of(3, 255), 2).tolist()).toEqual([3, 255]);
  expect(read('BOOL', Uint8Array.of(0, 7), 2).tolist()).toEqual([false, true]);
});

it.each([
  [new Uint8Array(3), 'the file has 3 bytes'],
  [bytes('PK\u0003\u0004 and so on, much longer'), 'this is no safetensors file'],
  [file('{"a":'), 'the header is not JSON'],
  [file('[]'), 'the header is no JSON object'],
  [file({ a: 1 }), '"a" is no object with dtype'],
  [file({ a: entry('F8', [1], 0, 1) }, [0]), '"a" has the dtype F8, which is not known'],
  [file({ a: entry('constructor', [1], 0, 1) }, [0]), 'which is not known'],
  [file({ a: entry('F32', [-1], 0, 4) }, [0, 0, 0, 0]), 'no shape of whole numbers'],
  [file({ a: entry('F32', [2 ** 40, 2 ** 40], 0, 4) }, [0, 0, 0, 0]), 'but has the bytes from 0 to 4'],
  [file({ a: entry('F32', [0, 2 ** 52], 0, 4) }, [0, 0, 0, 0]), 'but has the bytes from 0 to 4'],
  [file({ a: entry('F32', [1], 4, 0) }, [0, 0, 0, 0]), 'but has the bytes from 4 to 0'],
  [file({ a: entry('U8', [4], 0, 4), b: entry('U8', [2], 2, 4) }, [1, 2, 3, 4]), '"b" and "a" overlap'],
  [file({ a: entry('U8', [1], 1, 2) }, [1, 2]), '1 bytes before "a" belong to nothing'],
  [file({ a: entry('U8', [1], 0, 1) }, [1, 2]), '1 bytes at the end belong to nothing'],
  [file({ a: entry('U8', [2 ** 50], 0, 2 ** 50) }, [1]), 'the file was cut off'],
  [file({ __metadata__: { a: 1 } }), '__metadata__ must be an object of strings'],
  [file('{"__proto__":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}'), 'a tensor is called "__proto__"'],
])('refuses what is hostile or damaged (%#)', (damaged, message) => {
  expect(() => readSafetensors(damaged)).toThrow(SafetensorsError);
  expect(() => readSafetensors(damaged)).toThrow(message);
});

it('sees every flipped bit and every cut', async () => {
  const whole = await writeSafetensors({ a: tensor([1, 2, 3]), b: tensor([4], { dtype: 'int32' }) });
  const generator = new SeedrandomGenerator('flips');
  for (let at = 0; at < whole.length; at++) {
    const flipped = whole.slice();
    flipped[at]! ^= 1 << generator.integers(1, 0, 8)[0]!;
    let read: ReturnType<typeof readSafetensors> | null = null;
    try {
      read = readSafetensors(flipped);
    } catch (error) {
      expect(error).toBeInstanceOf(SafetensorsError);
      expect(() => readSafetensors(whole.slice(0, at))).toThrow(SafetensorsError);
    }
    // What remains are flips in the name of the checksum itself, after which it is no checksum.
    if (read !== null) expect(read.tensors.a!.tolist()).toEqual([1, 2, 3]);
  }
});

it('says what is no file, and what cannot be written', async () => {
  expect(() => readSafetensors('text' as never)).toThrow(
    'readSafetensors: expected the bytes of a file (Uint8Array or ArrayBuffer), got a string',
  );
  expect(() => readSafetensors(new Blob([]) as never)).toThrow('got Blob; read it: await file.arrayBuffer()');
  await expect(writeSafetensors({ a: [1] as never })).rejects.toThrow('writeSafetensors: "a" is no tensor');
  await expect(writeSafetensors({ __metadata__: tensor(1) })).rejects.toThrow('cannot be called "__metadata__"');
  await expect(writeSafetensors({}, { metadata: { a: 1 as never } })).rejects.toThrow('metadata.a is no string');
});
