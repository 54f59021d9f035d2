import { CsvError } from './errors.js';

/** What is done with a column's fields. */
export const SKIP = 0;
export const NUMBERS = 1;
export const TEXTS = 2;

/** What the fields of a column have shown. */
export const ZERO_LED = 1;
export const FRACTION = 2;
export const WIDE = 4;
export const FAILED = 8;

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const POWERS = /* @__PURE__ */ Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const LARGEST = Number.MAX_SAFE_INTEGER;

/** How a file is parted. */
export interface Layout {
  /** What stands between fields, as a byte; 32 stands for any run of spaces and tabs. */
  readonly delimiter: number;
  /** What stands before a fraction, as a byte. */
  readonly point: number;
  /** With what a line begins that is no data, as a byte; -1 for none. */
  readonly comment: number;
  /** Whether only such comment lines are left out that do not have as many fields as a row. */
  readonly looseComment: boolean;
  /** What stands for a missing value. */
  readonly missing: ReadonlySet<string>;
  readonly name: string | undefined;
}

/** The column's texts so far. */
export interface Dictionary {
  readonly texts: string[];
  readonly codeOf: Map<string, number>;
}

/**
 * Reads rows out of bytes in one pass: numbers into arrays, texts as numbers into a list of those that occur.
 *
 * The bytes are UTF-8 and end with a line end. Reading numbers digit by digit is exact as long as digits and power of ten
 * are exact themselves (Clinger, 1990); other numbers are left to JavaScript.
 */
export class Scan {
  readonly layout: Layout;
  readonly width: number;
  /** SKIP, NUMBERS or TEXTS for each column. */
  readonly modes: Uint8Array;
  readonly flags: Uint8Array;
  readonly values: Float64Array[];
  readonly codes: Int32Array[];
  readonly dictionaries: Dictionary[];
  /** The line of each row. */
  lines: Int32Array;
  rows = 0;
  /** The line that comes next. */
  line: number;
  /** Rows with other numbers of fields. */
  readonly ragged: { line: number; fields: number }[] = [];
  raggedCount = 0;
  /** Lines without any value, and lines that repeat the header. */
  emptyCount = 0;
  firstEmpty = 0;
  readonly repeated: number[] = [];
  commentCount = 0;
  /** The bytes of the header's line, where repetitions of it are left out. */
  header: Uint8Array | undefined;
  /** Where the row after the last one read begins. */
  at = 0;

  private capacity: number;
  private start = 0;
  private end = 0;
  private doubled = false;
  private quoted = false;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly lastText: string[];
  private readonly lastCode: Int32Array;

  constructor(layout: Layout, modes: Uint8Array, line: number, capacity: number) {
    const width = modes.length;
    this.layout = layout;
    this.width = width;
    this.modes = modes;
    this.line = line;
    this.capacity = capacity;
    this.flags = new Uint8Array(width);
    this.values = Array.from(modes, (mode) => new Float64Array(mode === NUMBERS ? capacity : 0));
    this.codes = Array.from(modes, (mode) => new Int32Array(mode === TEXTS ? capacity : 0));
    this.dictionaries = Array.from(modes, () => ({ texts: [], codeOf: new Map() }));
    this.lines = new Int32Array(capacity);
    this.lastText = Array.from(modes, () => '');
    this.lastCode = new Int32Array(width).fill(-2);
  }

  /** Forgets the rows read so far, to go on with others. */
  reset(): void {
    this.rows = 0;
  }

  /** Reads the rows from `from` on, at most so many; returns whether bytes are left. */
  run(bytes: Uint8Array, from: number, most = Number.POSITIVE_INFINITY): boolean {
    const { delimiter, point, comment, looseComment } = this.layout;
    const { width, modes, flags } = this;
    const size = bytes.length;
    const spaced = delimiter === SPACE;
    let pos = from;
    let read = 0;
    while (pos < size && read < most) {
      // Blank lines.
      const rowStart = pos;
      let c = bytes[pos]!;
      while ((c === SPACE || (c === TAB && delimiter !== TAB)) && pos < size) c = bytes[++pos]!;
      if (c === LF || c === CR) {
        pos += c === CR && bytes[pos + 1] === LF ? 2 : 1;
        this.line++;
        continue;
      }
      if (pos >= size) break;
      if (!spaced) pos = rowStart;
      if (bytes[rowStart] === comment) {
        const fields = this.countFields(bytes, rowStart);
        if (!looseComment || fields !== width || fields === 1) {
          this.commentCount++;
          pos = endOfLine(bytes, rowStart);
          this.line++;
          continue;
        }
      }
      if (this.header !== undefined && bytes[rowStart] === this.header[0] && sameBytes(bytes, rowStart, this.header)) {
        this.repeated.push(this.line);
        pos = rowStart + this.header.length;
        this.line += countLines(this.header);
        continue;
      }
      if (this.rows === this.capacity) this.grow();
      const row = this.rows;
      const line = this.line;
      this.lines[row] = line;
      let column = 0;
      let any = false;
      for (;;) {
        const mode = column < width ? modes[column]! : SKIP;
        if (mode === NUMBERS) {
          let p = pos;
          c = bytes[p]!;
          const negative = c === 45;
          if (negative || c === 43) c = bytes[++p]!;
          const whole = p;
          let m = 0;
          let d = c - 48;
          while (d >= 0 && d <= 9) {
            m = m * 10 + d;
            c = bytes[++p]!;
            d = c - 48;
          }
          let digits = p - whole;
          let fraction = 0;
          if (digits > 1 && bytes[whole] === 48) flags[column]! |= ZERO_LED;
          if (c === point) {
            const f = ++p;
            c = bytes[p]!;
            d = c - 48;
            while (d >= 0 && d <= 9) {
              m = m * 10 + d;
              c = bytes[++p]!;
              d = c - 48;
            }
            fraction = p - f;
            digits += fraction;
            flags[column]! |= FRACTION;
          }
          if (digits > 0 && m <= LARGEST && fraction <= 22 && (c === delimiter || c === LF || c === CR)) {
            if (fraction > 0) m /= POWERS[fraction]!;
            this.values[column]![row] = negative ? -m : m;
            any = true;
            pos = p;
          } else {
            pos = this.field(bytes, pos);
            if (this.end > this.start) any = true;
            this.number(bytes, column, row);
            c = bytes[pos]!;
          }
        } else {
          pos = this.field(bytes, pos);
          if (this.end > this.start) any = true;
          if (mode === TEXTS) this.codes[column]![row] = this.intern(bytes, column);
          c = bytes[pos]!;
        }
        column++;
        if (spaced && (c === SPACE || c === TAB)) {
          while (c === SPACE || c === TAB) c = bytes[++pos]!;
          if (c !== LF && c !== CR) continue;
        } else if (c === delimiter) {
          pos++;
          continue;
        }
        pos += c === CR && bytes[pos + 1] === LF ? 2 : 1;
        break;
      }
      this.line++;
      if (column !== width) {
        this.raggedCount++;
        if (this.ragged.length < 20) this.ragged.push({ line, fields: column });
      } else if (!any && width > 1) {
        if (this.emptyCount++ === 0) this.firstEmpty = line;
      } else {
        this.rows++;
        read++;
      }
    }
    this.at = pos;
    return pos < size;
  }

  /** The fields of the row at `from` as texts. */
  textsAt(bytes: Uint8Array, from: number): { fields: string[]; next: number } {
    const { delimiter } = this.layout;
    const spaced = delimiter === SPACE;
    const fields: string[] = [];
    let pos = from;
    if (spaced) while (bytes[pos] === SPACE || bytes[pos] === TAB) pos++;
    for (;;) {
      pos = this.field(bytes, pos);
      fields.push(this.text(bytes));
      let c = bytes[pos]!;
      if (spaced && (c === SPACE || c === TAB)) {
        while (c === SPACE || c === TAB) c = bytes[++pos]!;
        if (c !== LF && c !== CR) continue;
      } else if (c === delimiter) {
        pos++;
        continue;
      }
      this.line++;
      return { fields, next: pos + (c === CR && bytes[pos + 1] === LF ? 2 : 1) };
    }
  }

  private countFields(bytes: Uint8Array, from: number): number {
    const { delimiter } = this.layout;
    let count = 1;
    for (let i = from; bytes[i] !== LF && bytes[i] !== CR; i++) if (bytes[i] === delimiter) count++;
    return count;
  }

  /** Finds the field at `pos`; returns where its delimiter or line end stands. */
  private field(bytes: Uint8Array, pos: number): number {
    const { delimiter } = this.layout;
    const blank = (c: number): boolean => c === SPACE || (c === TAB && delimiter !== TAB);
    const spaced = delimiter === SPACE;
    while (blank(bytes[pos]!)) pos++;
    this.doubled = false;
    this.quoted = bytes[pos] === QUOTE;
    if (this.quoted) {
      const line = this.line;
      this.start = ++pos;
      const size = bytes.length;
      for (;;) {
        if (pos >= size) throw new CsvError(this.layout.name, line, null, 'a quoted field is never closed');
        const c = bytes[pos]!;
        if (c === QUOTE) {
          if (bytes[pos + 1] !== QUOTE) break;
          this.doubled = true;
          pos++;
        } else if (c === LF || (c === CR && bytes[pos + 1] !== LF)) this.line++;
        pos++;
      }
      this.end = pos++;
      if (!spaced) while (blank(bytes[pos]!)) pos++;
      const c = bytes[pos]!;
      if (c !== delimiter && c !== LF && c !== CR && !(spaced && c === TAB)) {
        // The end of the text is a line end; what stands before it may be a quote that was closed by the next one's opening.
        throw new CsvError(this.layout.name, line, null, 'a quoted field has text after its closing quote');
      }
      return pos;
    }
    this.start = pos;
    let c = bytes[pos]!;
    while (c !== delimiter && c !== LF && c !== CR && !(spaced && c === TAB)) c = bytes[++pos]!;
    let end = pos;
    while (end > this.start && blank(bytes[end - 1]!)) end--;
    this.end = end;
    return pos;
  }

  /** The field that was found as text, without white space around it. */
  private text(bytes: Uint8Array): string {
    const { start, end } = this;
    let text = '';
    if (end - start <= 32) {
      let i = start;
      for (; i < end; i++) {
        const c = bytes[i]!;
        if (c >= 128) break;
        text += String.fromCharCode(c);
      }
      if (i < end) text = this.decoder.decode(bytes.subarray(start, end));
    } else text = this.decoder.decode(bytes.subarray(start, end));
    if (this.doubled) text = text.replaceAll('""', '"');
    return text.trim();
  }

  private intern(bytes: Uint8Array, column: number): number {
    if (this.start === this.end && this.layout.missing.has('')) return -1;
    const text = this.text(bytes);
    if (text === this.lastText[column] && this.lastCode[column]! >= -1) return this.lastCode[column]!;
    const { texts, codeOf } = this.dictionaries[column]!;
    let code = codeOf.get(text);
    if (code === undefined) {
      code = this.layout.missing.has(text) ? -1 : texts.push(text) - 1;
      codeOf.set(text, code);
    }
    this.lastText[column] = text;
    this.lastCode[column] = code;
    return code;
  }

  /** Reads the field that was found as a number the slow way. */
  private number(bytes: Uint8Array, column: number, row: number): void {
    if (this.start === this.end && this.layout.missing.has('')) {
      this.values[column]![row] = Number.NaN;
      return;
    }
    const text = this.text(bytes);
    if (this.layout.missing.has(text)) {
      this.values[column]![row] = Number.NaN;
      return;
    }
    // Any regular expression here has to take time in proportion to the text.
    const plain = this.layout.point === 46 ? text : text.replace(',', text.includes('.') ? 'x' : '.');
    const value = NUMBER.test(plain) ? Number(plain) : Number.NaN;
    if (Number.isNaN(value)) {
      this.flags[column]! |= FAILED;
      this.modes[column] = SKIP;
      return;
    }
    if (!/[.e]/i.test(plain)) {
      if (!Number.isSafeInteger(value)) this.flags[column]! |= WIDE;
      if (/^[+-]?0\d/.test(plain)) this.flags[column]! |= ZERO_LED;
    } else this.flags[column]! |= FRACTION;
    this.values[column]![row] = value;
  }

  private grow(): void {
    const capacity = Math.max(64, this.capacity * 2);
    for (let j = 0; j < this.width; j++) {
      if (this.modes[j] === NUMBERS) this.values[j] = extend(this.values[j]!, new Float64Array(capacity));
      if (this.modes[j] === TEXTS) this.codes[j] = extend(this.codes[j]!, new Int32Array(capacity));
    }
    this.lines = extend(this.lines, new Int32Array(capacity));
    this.capacity = capacity;
  }
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function extend<T extends Float64Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function sameBytes(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > bytes.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return false;
  return true;
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) lines++;
  return lines;
}

/** Where the line after the one at `pos` begins. */
export function endOfLine(bytes: Uint8Array, pos: number): number {
  while (bytes[pos] !== LF && bytes[pos] !== CR) pos++;
  return pos + (bytes[pos] === CR && bytes[pos + 1] === LF ? 2 : 1);
}
