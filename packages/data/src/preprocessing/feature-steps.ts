import { clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { type CodedColumn, type Column, type ColumnType, numericColumn } from '../table/column.js';
import type { FlatMatrix } from './matrix.js';

/** What a preprocessor does with a column of numbers, truth values or dates. */
export interface NumberStep {
  readonly kind: 'number';
  readonly name: string;
  /** What the column was when it was fitted; whatever has numbers where that is not known. */
  readonly type?: ColumnType;
  /** What stands in for a missing value. */
  readonly fill: number;
  readonly mean: number;
  readonly scale: number;
  /** Whether a column of its own says where a value was missing. */
  readonly indicator: boolean;
  /** How many deviations from the mean a value is cut to; none is where this is absent. */
  readonly clip?: number;
}

/** What it does with a column of categories. */
export interface CategoryStep {
  readonly kind: 'category';
  readonly name: string;
  readonly type?: ColumnType;
  readonly categories: readonly string[];
  readonly missing: boolean;
  readonly other: boolean;
}

/** What it does with one column. */
export type FeatureStep = NumberStep | CategoryStep;

/** Throws unless it is a step, as data from elsewhere may not be. */
export function checkStep(where: string, given: unknown): FeatureStep {
  const step = (given ?? {}) as Partial<Omit<NumberStep, 'kind'> & Omit<CategoryStep, 'kind'> & { kind: string }>;
  const numbers = [step.fill, step.mean, step.scale, step.clip ?? 1];
  const fits =
    typeof step.name === 'string' &&
    (step.kind === 'category'
      ? Array.isArray(step.categories) && step.categories.every((text) => typeof text === 'string')
      : step.kind === 'number' && numbers.every((value) => Number.isFinite(value)) && step.scale !== 0);
  if (!fits) throw new ArgumentError(`${where}: the step of ${describe(step.name)} is damaged`);
  return step as FeatureStep;
}

/** A name for each feature that a step makes. */
export function namesOf(step: FeatureStep): string[] {
  if (step.kind === 'number') return step.indicator ? [step.name, `${step.name} is missing`] : [step.name];
  const names = step.categories.map((category) => `${step.name}=${category}`);
  if (step.other) names.push(`${step.name} is other`);
  if (step.missing) names.push(`${step.name} is missing`);
  return names;
}

/** How many features a step makes. */
export function widthOf(step: FeatureStep): number {
  if (step.kind === 'number') return step.indicator ? 2 : 1;
  return step.categories.length + Number(step.other) + Number(step.missing);
}

/** Writes the features of some rows, to below `to`, into a matrix of zeros. */
export type FeatureWriter = (from: number, to: number) => void;

/** What writes a column's features into a matrix, from column `at` on. */
export function writerOf(step: FeatureStep, column: Column, out: FlatMatrix, at: number): FeatureWriter {
  return step.kind === 'number' ? numberWriter(step, column, out, at) : categoryWriter(step, column, out, at);
}

function numberWriter(step: NumberStep, column: Column, { data, columns }: FlatMatrix, at: number): FeatureWriter {
  const { fill, mean, scale, indicator, clip = Number.POSITIVE_INFINITY } = step;
  const values = numbersFor(step, column);
  /** A value that is missing, infinite or cut. */
  const writeOdd = (row: number, k: number): void => {
    const value = values[row]!;
    const absent = Number.isNaN(value);
    if (Math.abs(value) === Number.POSITIVE_INFINITY) {
      throw new ArgumentError(`Preprocessor: column "${clean(step.name)}" has ${value} in row ${row}`);
    }
    const scaled = ((absent ? fill : value) - mean) / scale;
    data[k] = Math.min(Math.max(scaled, -clip), clip);
    if (absent && indicator) data[k + 1] = 1;
  };
  return (from, to) => {
    for (let row = from; row < to; row++) {
      row = writeUsual(values, data, { from: row, to, at: at + row * columns, columns }, mean, scale, clip);
      if (row < to) writeOdd(row, at + row * columns);
    }
  };
}

/** Writes values until one is missing, infinite or cut; returns its row. Apart, as engines do not optimise it inside of a closure. */
function writeUsual(
  values: Float64Array,
  data: FlatMatrix['data'],
  place: { readonly from: number; readonly to: number; readonly at: number; readonly columns: number },
  mean: number,
  scale: number,
  clip: number,
): number {
  const { from, to, at, columns } = place;
  let k = at;
  for (let row = from; row < to; row++) {
    const scaled = (values[row]! - mean) / scale;
    if (!(scaled > -clip && scaled < clip)) return row;
    data[k] = scaled;
    k += columns;
  }
  return to;
}

/** A column's numbers; throws where it has others than it had when fitted. */
function numbersFor(step: NumberStep, column: Column): Float64Array {
  const numeric = column.type !== 'categorical' && column.type !== 'text';
  const sameKind = step.type === undefined || (column.type === 'date') === (step.type === 'date');
  // A column without any value has no type of its own.
  if ((numeric && sameKind) || allMissing(column)) return plainNumbers(column);
  const fail = (row: string): never => {
    const was = step.type ?? 'numeric';
    throw new ArgumentError(
      `Preprocessor: column "${clean(step.name)}" is ${column.type} here, and was ${was} when fitted${row}`,
    );
  };
  if (!('codes' in column) || step.type === 'date') return fail('');
  // A table of few rows may have numbers as texts.
  const { codes, categories } = column;
  const numbers = categories.map((text) => (text.trim() === '' ? Number.NaN : Number(text)));
  return Float64Array.from(codes, (code, row) => {
    if (code < 0) return Number.NaN;
    return Number.isNaN(numbers[code]) ? fail(`; row ${row} has "${clean(categories[code]!)}"`) : numbers[code]!;
  });
}

/** The numbers of a column: false is 0 and true 1. */
export function plainNumbers(column: Column): Float64Array {
  if ('values' in column) return column.values;
  return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
}

function categoryWriter(step: CategoryStep, column: Column, { data, columns }: FlatMatrix, at: number): FeatureWriter {
  const { categories, other, missing } = step;
  const placeOf = new Map(categories.map((category, i) => [category, i]));
  const unknown = other ? categories.length : -1;
  const absent = missing ? widthOf(step) - 1 : -1;
  const write = (row: number, place: number): void => {
    if (place >= 0) data[row * columns + at + place] = 1;
  };
  if ('codes' in column) {
    const places = column.categories.map((category) => placeOf.get(category) ?? unknown);
    return (from, to) => {
      for (let i = from; i < to; i++) write(i, column.codes[i]! < 0 ? absent : places[column.codes[i]!]!);
    };
  }
  // A table of few rows may have categories that look like numbers, as "1" does.
  return (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column.values[i]!;
      write(i, Number.isNaN(value) ? absent : (placeOf.get(String(value)) ?? unknown));
    }
  };
}

/** The column whose features stand in a matrix from column `at` on, as far as they tell. */
export function readFeatures(step: FeatureStep, x: FlatMatrix, at: number): Column {
  return step.kind === 'number' ? readNumbers(step, x, at) : readCategories(step, x, at);
}

function readNumbers(step: NumberStep, { data, rows, columns }: FlatMatrix, at: number): Column {
  const { name, type, mean, scale, indicator } = step;
  const values = Float64Array.from({ length: rows }, (_, i) => {
    const k = i * columns + at;
    return indicator && data[k + 1]! > 0.5 ? Number.NaN : data[k]! * scale + mean;
  });
  const reason = 'undone by a preprocessor';
  if (type === 'date') return { ...numericColumn(name, values, reason), type };
  if (type !== 'boolean') return numericColumn(name, values, reason);
  const codes = Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value > 0.5 ? 1 : 0));
  return { name, type, length: rows, reason, codes, categories: ['false', 'true'] };
}

/** The category with the greatest feature; none where no feature is above 0, or that of rare ones or missing ones is. */
function readCategories(step: CategoryStep, { data, rows, columns }: FlatMatrix, at: number): CodedColumn {
  const { name, categories } = step;
  const width = widthOf(step);
  const codes = Int32Array.from({ length: rows }, (_, i) => {
    let best = -1;
    let most = 0;
    for (let j = 0; j < width; j++) {
      const value = data[i * columns + at + j]!;
      if (value > most) [best, most] = [j, value];
    }
    return best < categories.length ? best : -1;
  });
  return { name, type: 'categorical', length: rows, reason: 'undone by a preprocessor', codes, categories };
}

function allMissing(column: Column): boolean {
  return 'values' in column ? column.values.every(Number.isNaN) : column.codes.every((code) => code < 0);
}
