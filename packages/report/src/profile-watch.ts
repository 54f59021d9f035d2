import { clean, wrong } from '@internal/arguments';
import type { CodedColumn, NumericColumn, Table } from '@kindling/data';
import { driftFinding } from './audit/drift.js';
import type { Finding } from './audit/finding.js';
import { ReportError } from './errors.js';
import { counted, short } from './numbers.js';
import { type CategoriesProfile, checkProfile, type NumbersProfile, type TableProfile } from './table-profile.js';

/** So many rows tell how columns are distributed, and then one of so many. */
const SAMPLE = 2000;
const STEP = 32;

/**
 * Looks through rows, table by table, for what a model did not see when it was trained: numbers outside of their range, and columns
 * that are distributed otherwise. What it keeps does not grow with the rows.
 *
 * @example
 * ```ts
 * import { Table } from '@kindling/data';
 * import { ProfileWatch, tableProfile } from '@kindling/report';
 * const unlike = new ProfileWatch(tableProfile(Table.from({ age: [20, 35, 50] })));
 * unlike.add(Table.from({ age: [30, 140, 2000] }));
 * console.log(unlike.findings[0]?.message);
 * // => column "age": 2 rows lie outside of what training saw (20 to 50), the first with 140
 * ```
 */
export class ProfileWatch {
  private readonly profile: TableProfile;
  private readonly numbers: NumbersWatch[] = [];
  private readonly categories: CategoriesWatch[] = [];
  private sampled = 0;

  /** @param profile - what `tableProfile` gave for the rows that the model was trained on. */
  constructor(profile: TableProfile) {
    checkProfile('ProfileWatch', profile);
    this.profile = profile;
    for (const one of profile.columns) {
      if (one.kind === 'numbers') this.numbers.push(new NumbersWatch(one));
      else this.categories.push(new CategoriesWatch(one));
    }
  }

  /** Looks through the rows of a table. Columns that it lacks, or has of another kind, are not looked at. */
  add(table: Table): void {
    if (typeof table?.has !== 'function') wrong(ReportError, 'ProfileWatch.add', 'the table', 'a Table', table);
    const step = this.sampled < SAMPLE ? Math.max(1, Math.floor(table.rows / SAMPLE)) : STEP;
    this.sampled += Math.ceil(table.rows / step);
    for (const watch of this.numbers) {
      const column = table.has(watch.name) ? table.column(watch.name) : undefined;
      if (column !== undefined && 'values' in column) watch.add(column, step);
    }
    for (const watch of this.categories) {
      const column = table.has(watch.name) ? table.column(watch.name) : undefined;
      if (column !== undefined && 'codes' in column) watch.add(column, step);
    }
  }

  /** A sentence for each column whose numbers lie outside, and for each that is distributed otherwise. */
  get findings(): Finding[] {
    const { rows } = this.profile;
    return [
      ...this.numbers.flatMap((watch) => watch.outside),
      ...[...this.numbers, ...this.categories].flatMap((watch) =>
        driftFinding(watch.name, watch.difference, rows, watch.seen),
      ),
    ];
  }
}

class NumbersWatch {
  /** How many rows of the sample have a value. */
  seen = 0;
  /** How many rows they stand for, up to each cut, and in all. */
  private readonly counts: Float64Array;
  private readonly bounds: Float64Array;
  private total = 0;
  private beyond = 0;
  private first: number | undefined;

  constructor(private readonly profile: NumbersProfile) {
    this.counts = new Float64Array(profile.cuts.length + 1);
    this.bounds = Float64Array.from(profile.cuts, ([value]) => value);
  }

  get name(): string {
    return this.profile.name;
  }

  add({ values }: NumericColumn, step: number): void {
    const { low, high } = this.profile;
    const beyond = countBeyond(values, low, high);
    this.beyond += beyond;
    if (beyond > 0) this.first ??= values.find((value) => value < low || value > high);
    const weight = standsFor(values.length, step);
    for (let i = 0; i < values.length; i += step) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      this.counts[placeOf(value, this.bounds)]! += weight;
      this.total += weight;
      this.seen++;
    }
  }

  get outside(): Finding[] {
    if (this.beyond === 0) return [];
    const { low, high, date } = this.profile;
    const shown = (value: number): string => (date ? dateOf(value) : short(value));
    const what = this.beyond === 1 ? '1 row lies' : `${counted(this.beyond, 'row')} lie`;
    const message = `column "${clean(this.name)}": ${what} outside of what training saw (${shown(low)} to ${shown(high)}), ${this.beyond === 1 ? '' : 'the first '}with ${shown(this.first!)}`;
    return [{ kind: 'outside', column: this.name, message }];
  }

  /** The largest difference of the shares up to a cut. */
  get difference(): number {
    let [below, largest] = [0, 0];
    for (const [i, [, share]] of this.profile.cuts.entries()) {
      below += this.counts[i]!;
      largest = Math.max(largest, Math.abs(below / Math.max(1, this.total) - share));
    }
    return largest;
  }
}

class CategoriesWatch {
  seen = 0;
  private total = 0;
  private readonly counts: Map<string, number>;

  constructor(private readonly profile: CategoriesProfile) {
    this.counts = new Map(profile.shares.map(([text]) => [text, 0]));
  }

  get name(): string {
    return this.profile.name;
  }

  add({ codes, categories }: CodedColumn, step: number): void {
    const weight = standsFor(codes.length, step);
    for (let i = 0; i < codes.length; i += step) {
      const code = codes[i]!;
      if (code < 0) continue;
      this.seen++;
      this.total += weight;
      const text = categories[code]!;
      const count = this.counts.get(text);
      if (count !== undefined) this.counts.set(text, count + weight);
    }
  }

  /** The share of rows that would have to have another category; all that are not among those kept count as one. */
  get difference(): number {
    let [sum, known, had] = [0, 0, 0];
    for (const [text, share] of this.profile.shares) {
      const now = this.counts.get(text)! / Math.max(1, this.total);
      sum += Math.abs(now - share);
      known += share;
      had += now;
    }
    return (sum + Math.abs(known - had)) / 2;
  }
}

/** How many rows each one stands for that is looked at. */
function standsFor(rows: number, step: number): number {
  return rows / Math.ceil(rows / step);
}

/** How many of the bounds, which are in order, lie below. */
function placeOf(value: number, bounds: Float64Array): number {
  let [from, to] = [0, bounds.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (bounds[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** How many lie outside; NaN does not. A function of its own, as engines do not optimise it as part of what follows. */
function countBeyond(values: Float64Array, low: number, high: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! < low || values[i]! > high) count++;
  return count;
}

function dateOf(value: number): string {
  // Dates are days.
  const date = new Date(value * 86_400_000);
  return Number.isNaN(date.getTime()) ? short(value) : date.toISOString().slice(0, 10);
}
