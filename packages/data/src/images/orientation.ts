import type { Format } from './formats.js';
import type { Image } from './image.js';

/** How a camera was held, by EXIF: 1 upright, 2 to 8 mirrored or turned. */
export function orientationOf(bytes: Uint8Array, format: Format): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const at =
      format === 'jpeg' ? inJpeg(view) : format === 'png' ? inPng(view) : format === 'webp' ? inWebp(view) : -1;
    return at < 0 ? 1 : readTag(view, at);
  } catch (error) {
    // A damaged note about the picture does not make the picture unreadable.
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

const exif = 0x45786966;

function inJpeg(view: DataView): number {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xe1 && view.getUint32(at + 4) === exif) return at + 10;
    // The pixels begin.
    if (marker === 0xda) break;
  }
  return -1;
}

function inPng(view: DataView): number {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x65584966) return at + 8;
  }
  return -1;
}

function inWebp(view: DataView): number {
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    if (view.getUint32(at) === 0x45584946) return at + 8 + (view.getUint32(at + 8) === exif ? 6 : 0);
    at += 8 + size + (size & 1);
  }
  return -1;
}

/** The orientation in a TIFF header's first directory. */
function readTag(view: DataView, start: number): number {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    if (view.getUint16(entry, little) !== 0x0112) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Turns a picture upright. */
export function upright(image: Image, orientation: number): Image {
  if (orientation === 1) return image;
  const { data, width, height, channels } = image;
  const turned = orientation >= 5;
  const [w, h] = turned ? [height, width] : [width, height];
  const fromRight = [2, 3, 7, 8].includes(orientation);
  const fromBottom = [3, 4, 6, 7].includes(orientation);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [a, b] = turned ? [y, x] : [x, y];
      const from = ((fromBottom ? height - 1 - b : b) * width + (fromRight ? width - 1 - a : a)) * channels;
      for (let c = 0; c < channels; c++) out[(y * w + x) * channels + c] = data[from + c]!;
    }
  }
  return { data: out, width: w, height: h, channels };
}
