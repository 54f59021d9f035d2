/** Pixels as they lie in a picture: row by row, the channels of a pixel side by side (height, width, channels). */
export interface Image {
  /** `height * width * channels` numbers from 0 to 255. */
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  /** 1 grey, 2 grey and alpha, 3 red, green and blue, 4 with alpha. */
  readonly channels: number;
}

/** The grey of a colour, as Pillow makes it: the weights of ITU-R 601 in 16 bits. */
export function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
}

/** The picture in one channel or three; alpha is left out. */
export function withChannels(image: Image, channels: 1 | 3): Image {
  const { data, width, height, channels: own } = image;
  if (own === channels) return image;
  const pixels = width * height;
  const coloured = own >= 3;
  const out = new Uint8Array(pixels * channels);
  for (let i = 0; i < pixels; i++) {
    const at = i * own;
    if (channels === 3) {
      for (let c = 0; c < 3; c++) out[i * 3 + c] = data[coloured ? at + c : at]!;
    } else {
      out[i] = coloured ? luma(data[at]!, data[at + 1]!, data[at + 2]!) : data[at]!;
    }
  }
  return { data: out, width, height, channels };
}
