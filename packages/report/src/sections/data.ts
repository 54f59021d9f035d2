import type { Table } from '@kindling/data';
import { type Content, html } from '../html.js';
import { counted, cut, percent, short } from '../numbers.js';
import { dataTable, type Section, section } from './section.js';

/** What the model was trained and tested on. */
export function data(train: Table, test: Table, target: string, missing: Content): Section {
  const { columns } = train.describe();
  const rows = columns.map(({ name, type, missing: gaps, distinct, range, examples }) => [
    cut(name, 60),
    type,
    percent(gaps / train.rows),
    String(distinct),
    range === null || type === 'date' ? '' : range.map(short).join(' to '),
    examples.map((text) => cut(text, 30)).join(', '),
  ]);
  const counts = new Map<string, number>();
  for (const label of train.labels(target)) counts.set(String(label), (counts.get(String(label)) ?? 0) + 1);
  const classes = [...counts].map(([label, count]) => `${cut(label, 40)} ${count} (${percent(count / train.rows)})`);
  return section(
    'data',
    'The data',
    html`<p>${counted(train.rows, 'row')} to train on, ${counted(test.rows, 'row')} to test on, ${counted(columns.length, 'column')}. Classes of <q>${cut(target, 60)}</q> in training: ${classes.join(', ')}.</p>`,
    dataTable(['Column', 'Type', 'Missing', 'Distinct', 'Range', 'Examples'], rows, 'Columns of the training rows'),
    missing,
  );
}
