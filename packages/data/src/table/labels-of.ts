import { clean } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { Label } from '../preprocessing/labels.js';
import { type Column, cellOf, isMissing } from './column.js';

/** The labels in a column; throws where one is missing, and where they are none. */
export function labelsOf(column: Column, source: { readonly name?: string; readonly lines?: Int32Array }): Label[] {
  const place = `column "${clean(column.name)}"`;
  if (column.type === 'date') throw new ArgumentError(`labels: ${place} holds dates, not classes`);
  const labels = new Array<Label>(column.length);
  for (let row = 0; row < column.length; row++) {
    if (isMissing(column, row)) {
      const line = source.lines?.[row];
      const where = line === undefined ? `row ${row}` : `${source.name ?? ''} line ${line}`.trim();
      throw new ArgumentError(
        `${where}, ${place}: the label is missing; table.dropMissing(${JSON.stringify(clean(column.name))}) leaves such rows out`,
      );
    }
    labels[row] = cellOf(column, row) as Label;
  }
  return labels;
}
