import type { Image } from './image.js';

type Sharp = typeof import('sharp')['default'];

let found: Promise<Sharp | undefined> | undefined;

/** sharp, where the user has installed it. */
export function findSharp(): Promise<Sharp | undefined> {
  found ??= load();
  return found;
}

async function load(): Promise<Sharp | undefined> {
  const name = 'sharp';
  try {
    return ((await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as { default: Sharp }).default;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Decodes by sharp; upright. */
export async function decodeSharp(sharp: Sharp, bytes: Uint8Array): Promise<Image> {
  const { data, info } = await sharp(bytes, { failOn: 'error' })
    .rotate()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data: Uint8Array.from(data), width: info.width, height: info.height, channels: info.channels };
}
