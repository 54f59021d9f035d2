import { cpu } from '@kindling/backend-cpu';
import type { Chunks } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { about } from '../tables/about.js';
import { loadModel } from '../tables/load-model.js';
import { readFileOrInput, tableFor } from '../tables/read-table.js';
import { confusionTable, scoreTable } from '../tables/show-measures.js';
import { unseenCategories } from '../tables/unseen.js';

/** Measures a model on a table with the target. */
export async function runEvaluate(
  folder: string,
  data: string,
  stdin: Chunks | undefined,
  reporter: Reporter,
): Promise<void> {
  setBackend(await cpu());
  const model = await loadModel(folder);
  const { target } = model.spec;
  const file = await readFileOrInput(data, stdin);
  const { whole, table, measures } = await about(file.name, async () => {
    const whole = tableFor(model, file);
    const table = whole.dropMissing(target);
    if (table.rows === 0) throw new Error(`no row has a value in "${target}"`);
    return { whole, table, measures: await model.evaluate(table) };
  });
  const warnings = unseenCategories(model, table);
  if (table.rows < whole.rows) warnings.push(`${whole.rows - table.rows} rows without a value in "${target}" left out`);
  for (const warning of warnings) reporter.line(`note: ${plain(warning)}`);
  reporter.line(`${file.name}: ${table.rows} rows`);
  for (const line of scoreTable([
    ['now', measures],
    ['in training', model.validation],
  ]))
    reporter.line(`  ${line}`.trimEnd());
  for (const line of confusionTable(measures, model.labels)) reporter.line(line);
  const [negative, positive] = model.labels;
  reporter.result({ schema: 1, ...measures, target, positive, negative, warnings });
}
