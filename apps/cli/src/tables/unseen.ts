import type { Table } from '@kindling/data';
import type { Classifier } from '@kindling/train';
import { plain } from '../output/plain.js';

/** A sentence for each column with categories that training did not see, which count as none of those it saw. */
export function unseenCategories(model: Classifier, table: Table): string[] {
  return model.spec.encoder.columns.flatMap((encoding) => {
    // Where rare ones were put together it is not known which they were.
    if (encoding.kind !== 'category' || encoding.other) return [];
    const column = table.column(encoding.name);
    if (!('codes' in column)) return [];
    const unseen = new Set(
      column.categories.flatMap((text, code) => (encoding.categories.includes(text) ? [] : [code])),
    );
    const rows = column.codes.reduce((count, code) => count + (unseen.has(code) ? 1 : 0), 0);
    if (rows === 0) return [];
    const texts = [...unseen].slice(0, 5).map((code) => plain(column.categories[code]!));
    const list = `${texts.join(', ')}${unseen.size > texts.length ? ', …' : ''}`;
    const what = `${rows} ${rows === 1 ? 'row has a value' : 'rows have values'} that training did not see`;
    return [`column "${plain(encoding.name)}": ${what} (${list})`];
  });
}
