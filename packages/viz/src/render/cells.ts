import { mix, type Rgb } from '../color.js';
import type { Point } from '../scene.js';
import { type ColorDepth, paint } from './ansi.js';

/** Pixels of a scene to a character: a terminal's cell is twice as high as wide, and 7 pixels are a letter's width. */
export const cellWidth = 7;
export const cellHeight = 14;

/** A rectangle in pixels that drawing is cut off at. */
export interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A colour; `ink` gives way to the terminal's own letters where nothing is painted behind it. */
export interface Ink {
  readonly color: Rgb;
  readonly ink: boolean;
}

interface Glyph extends Ink {
  readonly char: string;
}

// Bits of a braille character, by column and row of its eight dots (Unicode, block U+2800).
const brailleBits = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/**
 * A page of characters to draw on. From the back: shades, one for each half of a cell; frames; braille dots, eight a
 * cell; text. On a page without colour, characters stand for shades and dots.
 */
export class Cells {
  private readonly shades: (Rgb | undefined)[];
  private readonly frames: (Glyph | undefined)[];
  private readonly dots: Uint8Array;
  private readonly dotInks: (Ink | undefined)[];
  private readonly dotChars: (string | undefined)[];
  private readonly shadeChars: (string | undefined)[];
  private readonly texts: (Glyph | undefined)[];

  constructor(
    readonly columns: number,
    readonly rows: number,
    readonly depth: ColorDepth,
  ) {
    const cells = columns * rows;
    this.shades = new Array(cells * 2).fill(undefined);
    this.frames = new Array(cells).fill(undefined);
    this.dots = new Uint8Array(cells);
    this.dotInks = new Array(cells).fill(undefined);
    this.dotChars = new Array(cells).fill(undefined);
    this.shadeChars = new Array(cells).fill(undefined);
    this.texts = new Array(cells).fill(undefined);
  }

  /** Sets the dot (or the cell's character) at a place in pixels. */
  dot(x: number, y: number, ink: Ink, char: string, clip: Clip): void {
    if (!(x >= clip.left && x <= clip.right && y >= clip.top && y <= clip.bottom)) return;
    const column = Math.floor(x / (cellWidth / 2));
    const row = Math.floor(y / (cellHeight / 4));
    const cell = this.cell(column >> 1, row >> 2);
    if (cell < 0) return;
    if (this.depth === 'none') {
      if (char !== ' ') this.dotChars[cell] = char;
      return;
    }
    this.dots[cell]! |= brailleBits[(column & 1) as 0 | 1][(row & 3) as 0 | 1 | 2 | 3];
    this.dotInks[cell] = ink;
  }

  /** Fills the area between rings: each half cell whose middle an odd number of them surrounds. */
  fill(rings: readonly (readonly Point[])[], color: Rgb, opacity: number, ground: Rgb, char: string, clip: Clip): void {
    const half = cellHeight / 2;
    const first = Math.max(0, Math.floor(clip.top / half));
    const last = Math.min(this.rows * 2 - 1, Math.ceil(clip.bottom / half));
    for (let row = first; row <= last; row++) {
      const y = (row + 0.5) * half;
      if (y < clip.top || y > clip.bottom) continue;
      const crossings = rings.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const from = Math.max(crossings[i]!, clip.left);
        const to = Math.min(crossings[i + 1]!, clip.right);
        for (let c = Math.max(0, Math.ceil(from / cellWidth - 0.5)); (c + 0.5) * cellWidth < to; c++) {
          this.shade(c, row, color, opacity, ground, char);
        }
      }
    }
  }

  /** Paints each half cell in a box with what `look` says of the pixel in its middle. */
  image(
    box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    look: (x: number, y: number) => { color: Rgb; char: string } | undefined,
    clip: Clip,
  ): void {
    const half = cellHeight / 2;
    const from = Math.max(0, Math.floor(Math.max(box.y, clip.top) / half));
    const to = Math.min(this.rows * 2 - 1, Math.ceil(Math.min(box.y + box.height, clip.bottom) / half));
    const left = Math.max(0, Math.floor(Math.max(box.x, clip.left) / cellWidth));
    const right = Math.min(this.columns - 1, Math.ceil(Math.min(box.x + box.width, clip.right) / cellWidth));
    for (let row = from; row <= to; row++) {
      for (let column = left; column <= right; column++) {
        const found = look((column + 0.5) * cellWidth, (row + 0.5) * half);
        if (found !== undefined) this.shade(column, row, found.color, 1, found.color, found.char);
      }
    }
  }

  private shade(column: number, halfRow: number, color: Rgb, opacity: number, ground: Rgb, char: string): void {
    const cell = this.cell(column, halfRow >> 1);
    if (cell < 0) return;
    if (this.depth === 'none') {
      if (char !== '') this.shadeChars[cell] = char;
      return;
    }
    const index = cell * 2 + (halfRow & 1);
    this.shades[index] = mix(this.shades[index] ?? ground, color, opacity);
  }

  /** Draws the four sides of a box given in pixels. */
  frame(x: number, y: number, width: number, height: number, ink: Ink): void {
    const [left, right] = [Math.floor(x / cellWidth), Math.floor((x + width - 0.5) / cellWidth)];
    const [top, bottom] = [Math.floor(y / cellHeight), Math.floor((y + height - 0.5) / cellHeight)];
    const [h, v, tl, tr, bl, br] = this.depth === 'none' ? [...'-|++++'] : [...'─│┌┐└┘'];
    const put = (column: number, row: number, char: string | undefined): void => {
      const cell = this.cell(column, row);
      if (cell >= 0) this.frames[cell] = { ...ink, char: char ?? ' ' };
    };
    for (let column = left + 1; column < right; column++) for (const row of [top, bottom]) put(column, row, h);
    for (let row = top + 1; row < bottom; row++) for (const column of [left, right]) put(column, row, v);
    put(left, top, tl);
    put(right, top, tr);
    put(left, bottom, bl);
    put(right, bottom, br);
  }

  /** Writes text from a cell on, downwards if asked. Where it would touch other text it writes nothing: `false`. */
  write(column: number, row: number, text: string, ink: Ink, down: boolean): boolean {
    const letters = [...text];
    const places = letters.map((_, i) => (down ? this.cell(column, row + i) : this.cell(column + i, row)));
    const sides = down ? letters.map((_, i) => this.cell(column + 1, row + i)) : [];
    const beside = down ? sides : [this.cell(column - 1, row), this.cell(column + letters.length, row)];
    if ([...places, ...beside].some((cell) => cell >= 0 && this.texts[cell] !== undefined)) return false;
    places.forEach((cell, i) => {
      if (cell >= 0) this.texts[cell] = { ...ink, char: letters[i]! };
    });
    return true;
  }

  /** The page as lines of text. */
  toString(): string {
    return Array.from({ length: this.rows }, (_, row) => this.line(row)).join('\n');
  }

  private line(row: number): string {
    let text = '';
    let style = '39;49';
    for (let column = 0; column < this.columns; column++) {
      const { char, front, back } = this.look(row * this.columns + column);
      // A blank shows no letter, so its letters' colour need not be set.
      const wanted = `${char === ' ' ? '39' : paint(38, front, this.depth)};${paint(48, back, this.depth)}`;
      if (this.depth !== 'none' && wanted !== style) {
        text += wanted === '39;49' ? '\u001b[0m' : `\u001b[${wanted}m`;
        style = wanted;
      }
      text += char;
    }
    if (this.depth === 'none' || style === '39;49') return text.trimEnd();
    return `${text}\u001b[0m`;
  }

  private look(cell: number): { char: string; front: Rgb | undefined; back: Rgb | undefined } {
    const [upper, lower] = [this.shades[cell * 2], this.shades[cell * 2 + 1]];
    // A half that is not painted cannot be kept so behind a letter: then neither is.
    const back = upper !== undefined && lower !== undefined ? mix(upper, lower, 0.5) : undefined;
    const over = (char: string, { color, ink }: Ink): ReturnType<Cells['look']> => ({
      char,
      front: ink && back === undefined ? undefined : color,
      back,
    });
    const blank = { front: undefined, back: undefined };
    const text = this.texts[cell];
    if (text !== undefined) return over(text.char, text);
    const dotChar = this.dotChars[cell];
    if (dotChar !== undefined) return { char: dotChar, ...blank };
    const dots = this.dotInks[cell];
    if (dots !== undefined) return over(String.fromCharCode(0x2800 + this.dots[cell]!), dots);
    const frame = this.frames[cell];
    if (frame !== undefined) return { char: frame.char, front: frame.color, back: undefined };
    if (upper === undefined && lower === undefined) return { char: this.shadeChars[cell] ?? ' ', ...blank };
    if (upper === undefined) return { char: '▄', front: lower, back: undefined };
    if (lower === undefined) return { char: '▀', front: upper, back: undefined };
    if (upper.every((value, i) => value === lower[i])) return { char: ' ', front: undefined, back: upper };
    return { char: '▀', front: upper, back: lower };
  }

  private cell(column: number, row: number): number {
    const inside = column >= 0 && column < this.columns && row >= 0 && row < this.rows;
    return inside ? row * this.columns + column : -1;
  }
}

/** Where a closed ring crosses a horizontal line. */
function crossingsAt(ring: readonly Point[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  return crossings;
}
