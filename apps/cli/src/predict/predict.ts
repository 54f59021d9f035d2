import { basename, dirname } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { setBackend } from '@kindling/tensor-core';
import type { Context } from '../context.js';
import { OutputFolder } from '../output/files.js';
import { plain } from '../output/plain.js';
import { about } from '../tables/about.js';
import { loadModel } from '../tables/load-model.js';
import { predictionsCsv } from '../tables/predictions.js';
import { readFileOrInput, tableFor } from '../tables/read-table.js';
import { unseenCategories } from '../tables/unseen.js';

/** Predicts the rows of a table; what is dubious goes to standard error. */
export async function runPredict(
  folder: string,
  data: string,
  out: string | undefined,
  { process }: Context,
): Promise<void> {
  if (out === '') throw new Error('the name of the output file is empty');
  const place = out === undefined ? undefined : new OutputFolder(dirname(out));
  setBackend(await cpu());
  const model = await loadModel(folder);
  const file = await readFileOrInput(data, process.stdin);
  const { table, probabilities } = await about(file.name, async () => {
    const table = tableFor(model, file);
    return { table, probabilities: await model.predictProba(table) };
  });
  for (const warning of unseenCategories(model, table)) process.stderr.write(`note: ${plain(warning)}\n`);
  const csv = predictionsCsv(model, probabilities, { lines: table.source.lines });
  if (place === undefined) process.stdout.write(csv);
  else place.write(basename(out!), csv);
}
