import { checkChoice, checkOptions, numbers, wrong } from '@internal/arguments';
import { ImageError } from '../errors.js';
import { type Fill, gather } from './gather.js';
import { ImageTransform, type Picture, sizeOf } from './transform.js';

/** Pixels on each side: all alike; left and right, top and bottom; or left, top, right, bottom. */
export type Padding =
  | number
  | readonly [sides: number, ends: number]
  | readonly [left: number, top: number, right: number, bottom: number];

/** What {@link Pad} may be told. */
export interface PadOptions {
  /** What `constant` puts there; default 0. */
  readonly fill?: Fill;
  /** A constant; the edge's pixels; or the picture mirrored at its edge without (`reflect`) or with (`symmetric`) the edge itself. */
  readonly paddingMode?: 'constant' | 'edge' | 'reflect' | 'symmetric';
}

const known = { fill: numbers, paddingMode: 1 } as const;

/**
 * Pixels around an image, as torchvision's `Pad`.
 *
 * @throws {@link ImageError} for padding that is not whole numbers from 0, and for more mirrored pixels than there are.
 * @example
 * ```ts
 * import { Pad } from '@kindling/data/images';
 * const image = { data: Uint8Array.of(1, 2, 3), width: 3, height: 1, channels: 1 };
 * console.log(new Pad([2, 0], { paddingMode: 'reflect' }).apply(image).data); // => Uint8Array(7) [ 3, 2, 1, 2, 3, 2, 1 ]
 * ```
 */
export class Pad extends ImageTransform {
  private readonly padding: Padding;
  private readonly options: PadOptions;

  constructor(padding: Padding, options: PadOptions = {}) {
    super('Pad', [padding, options]);
    checkPadding('Pad', padding, options);
    this.padding = padding;
    this.options = options;
  }

  protected change(picture: Picture): Picture {
    return pad('Pad', picture, this.padding, this.options);
  }
}

/** Throws for wrong padding. */
export function checkPadding(where: string, padding: Padding, options: PadOptions): void {
  checkOptions(ImageError, where, options, known);
  const { paddingMode = 'constant' } = options;
  checkChoice(ImageError, where, 'paddingMode', paddingMode, ['constant', 'edge', 'reflect', 'symmetric']);
  const list = [padding].flat();
  if (![1, 2, 4].includes(list.length) || list.some((n) => !Number.isSafeInteger(n) || n < 0)) {
    wrong(ImageError, where, 'padding', 'a whole number from 0, or two or four of them', padding);
  }
}

/** A picture with pixels around it. */
export function pad(where: string, picture: Picture, padding: Padding, options: PadOptions): Picture {
  const { fill = 0, paddingMode = 'constant' } = options;
  const list = [padding].flat();
  const [left, top, right, bottom] = (list.length === 4 ? list : [list[0], list.at(-1), list[0], list.at(-1)]) as [
    number,
    number,
    number,
    number,
  ];
  const { width, height } = sizeOf(picture);
  const most = paddingMode === 'reflect' ? -1 : paddingMode === 'symmetric' ? 0 : Number.POSITIVE_INFINITY;
  if (Math.max(left, right) > width + most || Math.max(top, bottom) > height + most) {
    throw new ImageError(
      `${where}: ${paddingMode} padding of ${list.join(', ')} is too much for ${width} x ${height} pixels`,
    );
  }
  const place = (at: number, length: number): number => {
    if (at >= 0 && at < length) return at;
    if (paddingMode === 'constant') return -1;
    if (paddingMode === 'edge') return at < 0 ? 0 : length - 1;
    const twice = paddingMode === 'symmetric' ? 1 : 0;
    return at < 0 ? -at - twice : 2 * length - 2 + twice - at;
  };
  const size = { width: width + left + right, height: height + top + bottom };
  return gather(
    where,
    picture,
    size,
    (x, y) => {
      const [a, b] = [place(x - left, width), place(y - top, height)];
      return a < 0 || b < 0 ? -1 : b * width + a;
    },
    fill,
  );
}
