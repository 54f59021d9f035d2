import { loadSonar, parseTable } from '@kindling/data';
import type { GivenPoints } from '@kindling/train/worker';
import type { AddressPoints } from './address.js';

/** A table that a reader brought, or that the page knows. */
export interface OwnTable {
  readonly name: string;
  /** The names of columns of numbers, and their values. */
  readonly numbers: readonly { readonly name: string; readonly values: Float64Array }[];
  /** Columns with two different values, which may be the class. */
  readonly classes: readonly {
    readonly name: string;
    readonly values: readonly string[];
    readonly names: readonly [string, string];
  }[];
  /** Where rows are images: their shades, 8 × 8 from the top left, 0 to 1. */
  readonly images?: readonly Float64Array[];
}

/** Points of a table; with `inputs` where the network is shown whole rows. */
export interface TablePoints extends AddressPoints {
  readonly inputs?: NonNullable<GivenPoints['inputs']>;
}

/** How many rows a playground takes: more than anybody sees in a picture. */
const MOST_ROWS = 5000;

/** Reads a CSV file in the page; it goes nowhere else. Throws errors for the reader. */
export async function readOwnCsv(file: File): Promise<OwnTable> {
  if (file.size > 20e6)
    throw new Error(`${file.name} has ${Math.round(file.size / 1e6)} MB; take a part of up to 20 MB`);
  const table = parseTable(await file.text());
  const rows = table.head(MOST_ROWS).toRows();
  if (rows.length === 0) throw new Error(`${file.name} has no rows below its header`);
  return tableOf(file.name, table.columnNames, (name) => rows.map((row) => row[name]));
}

/** What of a table's columns can be used. */
export function tableOf(
  name: string,
  columns: readonly string[],
  values: (name: string) => ArrayLike<unknown>,
): OwnTable {
  const numbers: { name: string; values: Float64Array }[] = [];
  const classes: OwnTable['classes'][number][] = [];
  for (const column of columns) {
    const all = Array.from(values(column)).slice(0, MOST_ROWS);
    const texts = all.map((value) => String(value ?? ''));
    const kinds = [...new Set(texts)].sort();
    if (kinds.length === 2 && !kinds.includes('')) {
      classes.push({ name: column, values: texts, names: kinds as unknown as readonly [string, string] });
    }
    const plain = all.map((value, i) =>
      typeof value === 'number' ? value : texts[i] === '' ? Number.NaN : Number(texts[i]),
    );
    if (plain.every(Number.isFinite) && kinds.length > 2)
      numbers.push({ name: column, values: Float64Array.from(plain) });
  }
  if (numbers.length < 2) {
    throw new Error(`${name} has ${numbers.length} columns of numbers without gaps; two are needed to draw points`);
  }
  if (classes.length === 0) {
    throw new Error(`${name} has no column with exactly two different values, which could be the class`);
  }
  return { name, numbers, classes };
}

/** A deviation of 0.6 fills the square as the drawn data do. */
const FILL = 0.6;

/**
 * Points from two columns, or from the first two principal components of all where none are named. With `whole`, the network is
 * shown all columns of a row, and the picture is the plane in which those two lie.
 */
export function pointsOf(
  table: OwnTable,
  axes: readonly [string, string] | null,
  label: string,
  whole = false,
): Omit<TablePoints, 'heldOut'> {
  const target = table.classes.find(({ name }) => name === label) ?? table.classes.at(-1)!;
  const scaled = table.numbers.map(({ values }) => standardized(values));
  const rows = target.values.length;
  const directions =
    axes === null ? components(scaled) : axes.map((axis) => table.numbers.map(({ name }) => (name === axis ? 1 : 0)));
  const [across, up] = directions.map((direction) => {
    const along = project(scaled, direction);
    const deviation = deviationOf(along);
    return {
      places: along.map((value) => FILL * clamp(value / deviation)),
      step: direction.map((value) => (value * deviation) / FILL),
    };
  });
  const xy = Array.from({ length: rows }, (_, i) => [across!.places[i]!, up!.places[i]!]).flat();
  const labels = target.values.map((value) => (value === target.names[1] ? 1 : 0));
  if (!whole) return { xy, labels };
  const values = new Float32Array(rows * scaled.length);
  scaled.forEach((column, j) => {
    for (let i = 0; i < rows; i++) values[i * scaled.length + j] = column[i]!;
  });
  // Scaled columns have their mean, 0, in the middle of the picture.
  const origin = scaled.map(() => 0);
  return { xy, labels, inputs: { values, origin, across: across!.step, up: up!.step } };
}

const clamp = (value: number): number => Math.max(-4, Math.min(4, value));

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

function standardized(values: Float64Array): Float64Array {
  const [mean, deviation] = [meanOf(values), deviationOf(values)];
  return values.map((value) => (value - mean) / deviation);
}

/** How far rows lie along a direction of the columns' space. */
function project(columns: readonly Float64Array[], direction: readonly number[]): Float64Array {
  const along = new Float64Array(columns[0]!.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < along.length; i++) along[i]! += column[i]! * direction[j]!;
  });
  return along;
}

/** The directions of the first two principal components of columns, by power iteration from a fixed start. */
function components(columns: readonly Float64Array[]): number[][] {
  const rows = columns[0]!.length;
  const found: number[][] = [];
  for (let k = 0; k < 2; k++) {
    let direction = columns.map((_, j) => 1 + ((j * 7 + k * 3) % 5) / 10);
    for (let round = 0; round < 200; round++) {
      for (const other of found) {
        const shared = direction.reduce((sum, value, j) => sum + value * other[j]!, 0);
        direction = direction.map((value, j) => value - shared * other[j]!);
      }
      const length = Math.hypot(...direction) || 1;
      direction = direction.map((value) => value / length);
      if (round === 199) break;
      const along = project(columns, direction);
      direction = columns.map((column) => column.reduce((sum, value, i) => sum + value * along[i]!, 0) / rows);
    }
    found.push(direction);
  }
  return found;
}

/** The Sonar data: echoes of mines and rocks in sixty bands. */
export function sonarTable(): OwnTable {
  const { data, rows, columns, featureNames, labels } = loadSonar();
  const names = [...featureNames!, 'class'];
  return tableOf('Sonar', names, (name) => {
    const at = names.indexOf(name);
    return at === columns ? labels : Array.from({ length: rows }, (_, i) => data[i * columns + at]);
  });
}
