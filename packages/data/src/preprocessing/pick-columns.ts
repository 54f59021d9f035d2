import { clean, describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { noColumn } from '../table/table.js';
import type { ColumnChoice } from './column-transformer.js';
import { columnNamesOf, flatten, isTable, type Matrix } from './matrix.js';
import type { StepInput } from './step.js';

/** How many columns there are, and their names where they have some. */
export function shapeOf(where: string, x: StepInput): { columns: number; names: readonly string[] | undefined } {
  const names = columnNamesOf(x);
  if (names !== undefined) return { columns: names.length, names };
  if (Array.isArray(x)) {
    const [first] = x as readonly unknown[];
    if (Array.isArray(first) || ArrayBuffer.isView(first))
      return { columns: (first as ArrayLike<unknown>).length, names };
    throw new ArgumentError(`${where}: expects rows, the first one is ${describe(first)}`);
  }
  return { columns: flatten(where, x as Matrix, 'missing').columns, names };
}

/** The places of the columns that a step takes. */
export function placesFor(
  where: string,
  choice: ColumnChoice,
  x: StepInput,
  columns: number,
  names: readonly string[] | undefined,
): number[] {
  if (typeof choice === 'object' && choice !== null && 'type' in choice) {
    if (!isTable(x)) throw new ArgumentError(`${where}: only a Table has columns with types`);
    const types = [choice.type].flat();
    return x.columns.flatMap(({ type }, j) => (types.includes(type) ? [j] : []));
  }
  const list = typeof choice === 'string' ? [choice] : choice;
  if (!Array.isArray(list))
    throw new ArgumentError(`${where}: columns must be names, places or { type }, got ${describe(choice)}`);
  return (list as readonly unknown[]).map((one) => {
    if (typeof one === 'string') {
      const place = names?.indexOf(one) ?? -1;
      if (place >= 0) return place;
      const why = names === undefined ? `the columns have no names, so none is "${clean(one)}"` : noColumn(one, names);
      throw new ArgumentError(`${where}: ${why}`);
    }
    if (Number.isSafeInteger(one) && (one as number) >= 0 && (one as number) < columns) return one as number;
    throw new ArgumentError(`${where}: ${describe(one)} is no column from 0 to ${columns - 1}`);
  });
}

/** Some of the columns, in the form that they come in; a tensor becomes a flat matrix. */
export function pickColumns(x: StepInput, places: readonly number[], names: readonly string[] | undefined): StepInput {
  if (isTable(x)) return x.select(places.map((j) => x.columns[j]!.name));
  if (Array.isArray(x)) {
    return (x as readonly ArrayLike<number>[]).map((row) => places.map((j) => row[j]!));
  }
  const { data, rows, columns } = flatten('ColumnTransformer', x as Matrix, 'missing');
  const width = places.length;
  const out = data instanceof Float32Array ? new Float32Array(rows * width) : new Float64Array(rows * width);
  for (let i = 0, at = 0; i < rows; i++) for (const j of places) out[at++] = data[i * columns + j]!;
  const flat = { data: out, rows, columns: width };
  return names === undefined ? flat : { ...flat, featureNames: places.map((j) => names[j]!) };
}
