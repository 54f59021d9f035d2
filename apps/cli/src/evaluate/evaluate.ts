import { cpu } from '@kindling/backend-cpu/wide';
import type { Chunks } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { Classifier, type Measures } from '@kindling/train';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { about } from '../tables/about.js';
import { isFolder, loadAnyModel } from '../tables/load-model.js';
import { type ReadFlags, readOptions } from '../tables/read-flags.js';
import { readFileOrInput, tableFor } from '../tables/read-table.js';
import { confusionTable, scoreTable } from '../tables/show-measures.js';
import { Unlike } from '../tables/unseen.js';

/** Measures a model on a table with the target. */
export async function runEvaluate(
  folder: string,
  data: string,
  flags: ReadFlags,
  stdin: Chunks | undefined,
  reporter: Reporter,
): Promise<void> {
  setBackend(await cpu({ wide: 'tested' }));
  const model = await loadAnyModel(folder);
  if (!(model instanceof Classifier)) {
    if (!isFolder(data)) throw new Error(`${data} is no folder; give one with a folder of images for each class`);
    const images = (await import('../tables/named-images.js')).namedImages(data);
    say(`${plain(data)}: ${images.length} images`, model, await model.evaluate(images), reporter, { warnings: [] });
    return;
  }
  const { target } = model.spec;
  const file = await readFileOrInput(data, stdin);
  const { whole, table, measures } = await about(file.name, async () => {
    const whole = tableFor(model, file, readOptions(flags));
    const table = whole.dropMissing(target);
    if (table.rows === 0) throw new Error(`no row has a value in "${target}"`);
    return { whole, table, measures: await model.evaluate(table) };
  });
  const unlike = await Unlike.of(model, folder);
  unlike.add(table);
  const { warnings } = unlike;
  if (table.rows < whole.rows) warnings.push(`${whole.rows - table.rows} rows without a value in "${target}" left out`);
  for (const warning of warnings) reporter.line(`note: ${plain(warning)}`);
  say(`${file.name}: ${table.rows} rows`, model, measures, reporter, { target, warnings });
}

function say(
  what: string,
  { labels, validation }: Pick<Classifier, 'labels' | 'validation'>,
  measures: Measures,
  reporter: Reporter,
  more: { readonly target?: string; readonly warnings: readonly string[] },
): void {
  reporter.line(what);
  for (const line of scoreTable([
    ['now', measures],
    ['in training', validation],
  ]))
    reporter.line(`  ${line}`.trimEnd());
  for (const line of confusionTable(measures, labels)) reporter.line(line);
  const [negative, positive] = labels;
  reporter.result({ schema: 1, ...measures, positive, negative, ...more });
}
