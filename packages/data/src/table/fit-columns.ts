import { clean } from '@internal/arguments';
import { type Column, type ColumnType, isMissing } from './column.js';

/** A part of a column as the type that the whole has; `undefined` where it cannot be. */
export function fitColumn(column: Column, type: ColumnType): Column | undefined {
  if (column.type === type) return column;
  const { name, length, reason } = column;
  const texts = type === 'categorical' || type === 'text';
  // Whether texts are categories or all different shows in the whole only.
  if (texts && (column.type === 'categorical' || column.type === 'text')) return { ...column, type };
  for (let i = 0; i < length; i++) if (!isMissing(column, i)) return undefined;
  if (type === 'numeric' || type === 'date')
    return { name, type, length, reason, values: new Float64Array(length).fill(Number.NaN) };
  const categories = type === 'boolean' ? ['false', 'true'] : [];
  return { name, type, length, reason, codes: new Int32Array(length).fill(-1), categories };
}

/** The columns of a part, in the order and of the types of the whole; `fail` is told of one that does not fit. */
export function fitColumns(
  columns: readonly Column[],
  types: ReadonlyMap<string, ColumnType>,
  rows: number,
  fail: (column: string, problem: string) => never,
): Column[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  for (const { name } of columns) {
    if (!types.has(name)) fail(name, 'the first rows had no such column; name it in types');
  }
  return Array.from(types, ([name, type]): Column => {
    const absent = { name, type: 'numeric', length: rows, reason: 'every value is missing' } as const;
    const given = byName.get(name) ?? { ...absent, values: new Float64Array(rows).fill(Number.NaN) };
    return (
      fitColumn(given, type) ??
      fail(name, `is ${given.type} here, and ${clean(type)} in the first rows; name its type in types`)
    );
  });
}
