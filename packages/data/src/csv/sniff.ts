import { CsvError } from './errors.js';
import { numberOf } from './number-text.js';
import { endOfLine, type Layout, Scan } from './scan.js';

/** What can stand between fields where nobody says. */
const CANDIDATES = [',', ';', '\t', '|'] as const;
/** What stands between fields seldom, and hardly ever within them. */
const SELDOM = ['^', '~', '\x01', '\x1e', '\x1f'] as const;
const SAMPLE = 200;

/** A row of the beginning as texts. */
export interface SampleRow {
  readonly fields: readonly string[];
  readonly line: number;
  /** Where it begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The first rows as texts; blank lines and comments are left out. */
export function sampleRows(bytes: Uint8Array, from: number, line: number, layout: Layout, count = SAMPLE): SampleRow[] {
  const scan = new Scan(layout, new Uint8Array(0), line, 0);
  const rows: SampleRow[] = [];
  let pos = from;
  // A few very long rows are sample enough.
  while (pos < bytes.length && rows.length < count && (rows.length < 2 || pos - from < 1 << 20)) {
    const start = pos;
    const next = endOfLine(bytes, pos);
    if (isBlank(bytes, pos, next) || (bytes[pos] === layout.comment && !layout.looseComment)) {
      pos = next;
      scan.line++;
      continue;
    }
    const at = scan.line;
    const read = scan.textsAt(bytes, pos);
    pos = read.next;
    rows.push({ fields: read.fields, line: at, from: start, to: pos });
  }
  return rows;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return false;
  // Tabs alone are fields in a file of tabs, but empty ones.
  return true;
}

/** The number of fields that most rows have, and how many have it; the first of equals. */
export function commonWidth(rows: readonly SampleRow[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [found, count] of counts) {
    if (count > most) {
      width = found;
      most = count;
    }
  }
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}

/** What stands between the fields, guessed from the first rows; throws where two readings are as good. */
export function sniffDelimiter(bytes: Uint8Array, from: number, line: number, layout: Layout): string {
  const tried = CANDIDATES.flatMap((delimiter) => {
    try {
      const rows = sampleRows(bytes, from, line, { ...layout, delimiter: delimiter.charCodeAt(0) }, 50);
      return [{ delimiter, rows, ...commonWidth(rows) }];
    } catch (error) {
      // A quote that is closed in the wrong place, read with the wrong delimiter.
      if (error instanceof CsvError) return [];
      throw error;
    }
  });
  const fit = tried.filter(({ width, share }) => width > 1 && share >= 0.8);
  const comma = fit.find(({ delimiter }) => delimiter === ',');
  const others = fit.filter(({ delimiter }) => delimiter !== ',');
  if (comma !== undefined && others.length > 0) {
    // `0,5;yes`: commas that stand between digits only are those of numbers.
    const best = others.reduce((a, b) => (b.width > a.width ? b : a));
    const cut = (field: string): boolean => /\d,\d/.test(field) && !/(?:^|\D),|,(?:\D|$)/.test(field);
    const data = best.rows.slice(best.rows.length > 1 ? 1 : 0);
    const decimal = data.every(({ fields }) => fields.every((field) => !field.includes(',') || cut(field)));
    if (decimal) return best.delimiter;
  }
  const ranked = [...fit].sort((a, b) => b.width - a.width || b.share - a.share);
  const [first, second] = ranked;
  if (first === undefined) {
    const loose = tried.filter(({ width }) => width > 1).sort((a, b) => b.share - a.share);
    if (loose[0] !== undefined && loose[0].share >= 0.5) return loose[0].delimiter;
    if (splitBySpaces(bytes, from, line, layout)) return ' ';
    const seldom = SELDOM.find((mark) => partsEvery(bytes, from, line, layout, mark) !== undefined);
    if (seldom !== undefined) return seldom;
    const some = tried.filter(({ rows }) => rows.some(({ fields }) => fields.length > 1));
    return some.find(({ delimiter }) => delimiter === ',')?.delimiter ?? some[0]?.delimiter ?? ',';
  }
  if (second !== undefined && second.width === first.width && second.share === first.share) {
    const both = `${JSON.stringify(first.delimiter)} or ${JSON.stringify(second.delimiter)}`;
    throw new CsvError(
      layout.name,
      null,
      null,
      `fields may be parted by ${both}, each gives ${first.width}; say which with delimiter`,
    );
  }
  return first.delimiter;
}

/** Whether runs of spaces part every line into as many fields, some of which are numbers. */
function splitBySpaces(bytes: Uint8Array, from: number, line: number, layout: Layout): boolean {
  const last = partsEvery(bytes, from, line, layout, ' ');
  return last?.fields.some((field) => numberOf(field) !== undefined) ?? false;
}

/** The last of the first rows where a mark parts all of them, at least two, into as many fields. */
function partsEvery(
  bytes: Uint8Array,
  from: number,
  line: number,
  layout: Layout,
  mark: string,
): SampleRow | undefined {
  try {
    const rows = sampleRows(bytes, from, line, { ...layout, delimiter: mark.charCodeAt(0) }, 50);
    const { width, share } = commonWidth(rows);
    return width > 1 && share === 1 && (mark === ' ' || rows.length > 1) ? rows.at(-1) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the first row names the columns: its fields are no numbers where those below are. */
export function sniffHeader(rows: readonly SampleRow[], missing: ReadonlySet<string>, decimal: '.' | ','): boolean {
  const [first, ...rest] = rows;
  if (first === undefined) return false;
  const isNumber = (field: string): boolean =>
    numberOf(field, decimal) !== undefined ||
    (decimal === '.' && numberOf(field, ',') !== undefined) ||
    /^\d{4}-\d\d-\d\d/.test(field);
  // A header that comes again, as where files were put together, is no value.
  const others = rest.filter(({ fields }) => fields.some((field, j) => field !== first.fields[j]));
  let names = 0;
  let values = 0;
  for (const [j, field] of first.fields.entries()) {
    const below = others.map(({ fields }) => fields[j] ?? '').filter((text) => text !== '' && !missing.has(text));
    if (below.length === 0 || below.filter(isNumber).length < below.length / 2) continue;
    if (isNumber(field)) values++;
    else if (field !== '' && !missing.has(field)) names++;
  }
  if (values > 0 || names > 0) return names > values;
  // Words over words: names are all different and do not come again below.
  const here = new Set(first.fields);
  if (rest.length === 0 || here.size < first.fields.length) return false;
  if (first.fields.some((field, j) => isNumber(field) || (field === '' && j > 0))) return false;
  return !rest.some(({ fields }) => fields.some((field, j) => field !== '' && field === first.fields[j]));
}
