import * as images from '@kindling/data/images';
import {
  decodeImage,
  type FloatImage,
  type Image,
  type ImageTransform,
  type Picture,
  ToTensor,
} from '@kindling/data/images';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, it } from 'vitest';
import files from '../values/images/decoding.json';
import cases from '../values/images/transforms.json';

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));

/** The largest difference of two lists of bytes. */
function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

describe.each(['javascript', 'sharp'] as const)('decoding with %s', (decoder) => {
  // sharp's libvips reads no BMP.
  it.each(
    files
      .filter(({ name }) => decoder === 'javascript' || !name.endsWith('.bmp'))
      .map((file) => [file.name, file] as const),
  )('%s is as Pillow decodes it', async (name, file) => {
    // JPEG stores colour at half the size; jpeg-js repeats it where libjpeg interpolates.
    const allowed = !name.endsWith('.jpg') ? 0 : decoder === 'sharp' || name === 'grey.jpg' ? 3 : 12;
    const { data, width, height, channels } = await decodeImage(bytes(file.bytes), { decoder });
    expect([width, height, channels]).toEqual([file.width, file.height, 3]);
    expect(apart(data, bytes(file.rgb))).toBeLessThanOrEqual(allowed);
    const grey = await decodeImage(bytes(file.bytes), { decoder, mode: 'grey' });
    expect(apart(grey.data, bytes(file.grey))).toBeLessThanOrEqual(allowed);
  });
});

/** The channels of the pictures by the names that the generator gives them, from a pixel's column and row. */
const channels: Readonly<Record<string, readonly ((x: number, y: number) => number)[]>> = {
  rgb: [(x) => x * 40, (_, y) => y * 60, (x, y) => (x + y) * 21],
  grey: [(x, y) => x * 17 + y * 31],
};

function ramp(which: string): Picture {
  const [width, height] = [11, 9];
  const { rgb, grey } = channels as Record<'rgb' | 'grey', (typeof channels)[string]>;
  const made = { rgb, grey, float: rgb, rgba: [...rgb, ...grey], 'grey-alpha': [...grey, rgb[0]!] }[which]!;
  const data = Uint8Array.from({ length: width * height * made.length }, (_, i) => {
    const pixel = Math.floor(i / made.length);
    return made[i % made.length]!(pixel % width, Math.floor(pixel / width));
  });
  const image: Image = { data, width, height, channels: made.length };
  return which === 'float' ? new ToTensor().apply(image) : image;
}

interface Case {
  readonly transform: string;
  readonly args: readonly unknown[];
  readonly input: string;
  readonly seed: number;
  readonly next: number | null;
  readonly width?: number;
  readonly height?: number;
  readonly bytes?: string;
  readonly shape?: readonly number[];
  readonly floats?: string;
}

describe('transforms draw and compute what torchvision does', () => {
  const makers = images as unknown as Record<string, new (...args: readonly unknown[]) => ImageTransform>;
  it.each(
    (cases as readonly Case[]).map(
      (own) => [own.transform, JSON.stringify(own.args), own.input, own.seed, own] as const,
    ),
  )('%s(%s) of %s, seed %i', (_, __, ___, ____, own) => {
    const generator = new TorchGenerator(own.seed);
    const input = ramp(own.input);
    const before = Array.from(input.data);
    const out = new makers[own.transform]!(...own.args).apply(input, generator);
    expect(Array.from(input.data)).toEqual(before);
    if (own.bytes === undefined) {
      const { data, shape } = out as FloatImage;
      expect(shape).toEqual(own.shape);
      const expected = new Float32Array(bytes(own.floats!).buffer);
      expect(apart(data, expected)).toBeLessThanOrEqual(2e-6);
    } else {
      const { width, height, data } = out as Image;
      expect([width, height]).toEqual([own.width, own.height]);
      expect(Array.from(data)).toEqual(Array.from(bytes(own.bytes)));
    }
    if (own.next !== null) expect(generator.uniform(1)[0]).toBe(own.next);
  });
});
