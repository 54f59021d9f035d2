import { wrong } from '@internal/arguments';
import { Table } from '@kindling/data';
import { Classifier } from '@kindling/train';
import { ReportError } from './errors.js';

/** Throws unless it is a classifier. */
export function checkModel(where: string, model: unknown): void {
  if (!(model instanceof Classifier)) wrong(ReportError, where, 'model', 'a Classifier', model);
}

/** Throws unless it is a table with rows. */
export function checkTable(where: string, name: string, table: unknown): void {
  if (!(table instanceof Table)) wrong(ReportError, where, name, 'a Table', table);
  if (table.rows === 0) throw new ReportError(`${where}: ${name} has no rows`);
}
