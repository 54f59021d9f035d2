import { basename, dirname } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import type { Table } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import type { Classifier } from '@kindling/train';
import type { Context } from '../context.js';
import { OutputFolder } from '../output/files.js';
import { plain } from '../output/plain.js';
import { about } from '../tables/about.js';
import { openTable, tableBlocks } from '../tables/blocks.js';
import { loadModel } from '../tables/load-model.js';
import { predictionRows, predictionsHead } from '../tables/predictions.js';
import { UnseenCategories } from '../tables/unseen.js';

/** What is used of a stream that may be slower than what writes to it. */
interface Slow {
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
}

/** Predicts the rows of a table, piece by piece; what is dubious goes to standard error. */
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
  const source = openTable(data, process.stdin);
  const unseen = new UnseenCategories(model);
  async function* pieces(): AsyncGenerator<string> {
    let head = predictionsHead(model);
    for await (const table of tableBlocks(model, source)) {
      unseen.add(table);
      const probabilities = await predictBlock(model, table);
      yield head + predictionRows(model, probabilities, { lines: table.source.lines });
      head = '';
    }
  }
  await about(source.name, async () => {
    if (place === undefined) await writeSlowly(process.stdout, pieces());
    else await place.stream(basename(out!), pieces());
  });
  for (const warning of unseen.warnings) process.stderr.write(`note: ${plain(warning)}\n`);
}

/** Errors say the line of the file, and not the row of the piece. */
async function predictBlock(model: Classifier, table: Table): Promise<Float64Array> {
  try {
    return await model.predictProba(table);
  } catch (error) {
    const { lines } = table.source;
    const message = (error as Error).message.replace(
      /\brow (\d+)\b/,
      (_, row: string) => `line ${lines?.[Number(row)] ?? row}`,
    );
    throw new Error(message);
  }
}

/** Waits where the reader is slower. */
async function writeSlowly(out: Slow, pieces: AsyncIterable<string>): Promise<void> {
  for await (const piece of pieces) {
    const full = out.write(piece) === false;
    if (full && out.once !== undefined) await new Promise<void>((resolve) => void out.once!('drain', resolve));
  }
}
