import { builtIn } from './built-in.js';
import type { Format } from './formats.js';
import type { Image } from './image.js';

/** Decodes without anything native; the picture is as it was stored, not yet upright. */
export function decodeJavascript(bytes: Uint8Array, format: Format): Promise<Image> {
  return decoders[format](bytes);
}

/** Packages that only Node needs: pages decode by themselves, and their bundlers leave these alone. */
async function load<Module>(name: string): Promise<Module> {
  const module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as { default?: Module } & Module;
  return module.default ?? module;
}

const decoders: Record<Format, (bytes: Uint8Array) => Promise<Image>> = {
  async png(bytes) {
    const { decode, convertIndexedToRgb } = await load<typeof import('fast-png')>('fast-png');
    const png = decode(bytes, { checkCrc: true });
    const { width, height, depth } = png;
    if (png.palette !== undefined) {
      const data = Uint8Array.from(convertIndexedToRgb(png));
      return { data, width, height, channels: png.palette[0]!.length };
    }
    const { channels } = png;
    if (depth >= 8) {
      const data = depth === 16 ? Uint8Array.from(png.data, (value) => value >> 8) : Uint8Array.from(png.data);
      return { data, width, height, channels };
    }
    return { data: unpack(png.data, width, height, depth), width, height, channels };
  },

  async jpeg(bytes) {
    const { decode } = await load<typeof import('jpeg-js')>('jpeg-js');
    const { data, width, height } = decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false });
    return { data: Uint8Array.from(data), width, height, channels: 3 };
  },

  async webp(bytes) {
    const { default: decode, init } = await import(/* @vite-ignore */ webp.name);
    const { createRequire } = builtIn('node:module')!;
    const file = createRequire(import.meta.url).resolve(webp.wasm);
    webp.ready ??= WebAssembly.compile(builtIn('node:fs')!.readFileSync(file)).then((module) => init(module));
    await webp.ready;
    const { data, width, height } = (await decode(bytes)) as Image;
    return { data: Uint8Array.from(data), width, height, channels: 4 };
  },

  async gif(bytes) {
    const { GifReader } = await load<{ GifReader: new (bytes: Uint8Array) => Gif }>('omggif');
    const gif = new GifReader(bytes);
    const data = new Uint8Array(gif.width * gif.height * 4);
    gif.decodeAndBlitFrameRGBA(0, data);
    return { data, width: gif.width, height: gif.height, channels: 4 };
  },

  async bmp(bytes) {
    const { decode } = await load<typeof import('bmp-ts')>('bmp-ts');
    const { Buffer } = globalThis as unknown as { Buffer: { from(bytes: Uint8Array): Parameters<typeof decode>[0] } };
    // Its `toRGBA` forgets palettes; without it pixels are alpha, blue, green, red, and alpha is padding in nearly all files.
    const { data, width, height } = decode(Buffer.from(bytes));
    const out = new Uint8Array(width * height * 3);
    for (let i = 0; i < out.length; i++) out[i] = data[Math.floor(i / 3) * 4 + 3 - (i % 3)]!;
    return { data: out, width, height, channels: 3 };
  },
};

/** The part of omggif that is used; the package has no types. */
interface Gif {
  readonly width: number;
  readonly height: number;
  decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void;
}

const webp: { name: string; wasm: string; ready?: Promise<void> } = {
  name: '@jsquash/webp/decode.js',
  wasm: '@jsquash/webp/codec/dec/webp_dec.wasm',
};

/** Grey of 1, 2 or 4 bits a pixel, rows beginning at whole bytes, spread over 0 to 255. */
function unpack(data: ArrayLike<number>, width: number, height: number, depth: number): Uint8Array {
  const rowBytes = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)]!;
      out[y * width + x] = (((byte >> (8 - depth - (bit & 7))) & most) * 255) / most;
    }
  }
  return out;
}
