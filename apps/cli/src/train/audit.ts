import type { Table } from '@kindling/data';
import { type AuditOptions, auditTable } from '@kindling/report';
import { plain } from '../output/plain.js';

/** What is wrong with a table, and which columns are better left out. */
export interface Audit {
  readonly warnings: readonly string[];
  readonly identifiers: readonly string[];
}

/** Looks a table over before it is split. Columns that never change are left to the preprocessing, which says so. */
export function audit(table: Table, options: AuditOptions): Audit {
  const found = auditTable(table, options).filter(({ kind }) => kind !== 'constant');
  const identifiers = found.flatMap(({ kind, column }) => (kind === 'identifier' ? (column ?? []) : []));
  return {
    warnings: [
      ...found.flatMap(({ kind, message }) => (kind === 'identifier' ? [] : [message])),
      ...identifiers.map(
        (name) => `column "${plain(name)}" left out: another value in every row, as an identifier has`,
      ),
    ],
    identifiers,
  };
}

/** What test rows of another file have in common with the training rows, or not. */
export function auditTest(train: Table, test: Table, target: string, drop: readonly string[]): string[] {
  const found = auditTable(train, { target, drop, test });
  return found.flatMap(({ kind, message }) => (kind === 'duplicates' || kind === 'drift' ? [message] : []));
}
