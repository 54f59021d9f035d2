import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Table } from '@kindling/data';
import { ProfileWatch, type TableProfile } from '@kindling/report';
import type { Classifier } from '@kindling/train';
import { plain } from '../output/plain.js';
import { isFolder } from './load-model.js';

/** Categories that training did not see, which count as none of those it saw. */
export class UnseenCategories {
  private readonly found = new Map<string, { rows: number; readonly texts: Set<string> }>();

  constructor(private readonly model: Classifier) {}

  /** Looks through the rows of a table. */
  add(table: Table): void {
    for (const encoding of this.model.spec.encoder.columns) {
      // Where rare ones were put together it is not known which they were.
      if (encoding.kind !== 'category' || encoding.other) continue;
      const column = table.column(encoding.name);
      if (!('codes' in column)) continue;
      const known = new Set(encoding.categories);
      const unseen = new Set(column.categories.flatMap((text, code) => (known.has(text) ? [] : [code])));
      if (unseen.size === 0) continue;
      const rows = column.codes.reduce((count, code) => count + (unseen.has(code) ? 1 : 0), 0);
      if (rows === 0) continue;
      const found = this.found.get(encoding.name) ?? { rows: 0, texts: new Set() };
      found.rows += rows;
      // As many as are shown, and one more that says there are more.
      for (const code of unseen) if (found.texts.size < 6) found.texts.add(column.categories[code]!);
      this.found.set(encoding.name, found);
    }
  }

  /** A sentence for each column that has some. */
  get warnings(): string[] {
    return Array.from(this.found, ([name, { rows, texts }]) => {
      const list = `${[...texts].slice(0, 5).map(plain).join(', ')}${texts.size > 5 ? ', …' : ''}`;
      const what = `${rows} ${rows === 1 ? 'row has a value' : 'rows have values'} that training did not see`;
      return `column "${plain(name)}": ${what} (${list})`;
    });
  }
}

/** The file with what the columns were that a model learnt from, beside the model. */
export const columnsFile = 'columns.json';

/** Whatever training did not see: categories, numbers beyond its range, and columns that are distributed otherwise. */
export class Unlike {
  private readonly unseen: UnseenCategories;

  private constructor(
    model: Classifier,
    private readonly watch: ProfileWatch | null,
  ) {
    this.unseen = new UnseenCategories(model);
  }

  /** What rows are held against; a model's file alone tells of categories only. */
  static async of(model: Classifier, path: string): Promise<Unlike> {
    const file = isFolder(path) ? join(path, columnsFile) : null;
    if (file === null || !existsSync(file)) return new Unlike(model, null);
    try {
      return new Unlike(model, new ProfileWatch(JSON.parse(await readFile(file, 'utf8')) as TableProfile));
    } catch (error) {
      throw new Error(
        `${file}: ${(error as Error).message}; without this file rows are not held against those of training`,
      );
    }
  }

  /** Looks through the rows of a table. */
  add(table: Table): void {
    this.unseen.add(table);
    this.watch?.add(table);
  }

  /** A sentence for each thing. */
  get warnings(): string[] {
    return [...this.unseen.warnings, ...(this.watch?.findings.map(({ message }) => message) ?? [])];
  }
}

/** A sentence for each column of a table with such categories. */
export function unseenCategories(model: Classifier, table: Table): string[] {
  const unseen = new UnseenCategories(model);
  unseen.add(table);
  return unseen.warnings;
}
