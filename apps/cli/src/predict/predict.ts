import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import type { Table } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import type { ImageClassifier } from '@kindling/train/images';
import type { Context } from '../context.js';
import { OutputFolder } from '../output/files.js';
import { plain } from '../output/plain.js';
import { aboutEach } from '../tables/about.js';
import { openTable, tableBlocks } from '../tables/blocks.js';
import { fileOfModel, loadAnyModel } from '../tables/load-model.js';
import { predictionRows, predictionsHead } from '../tables/predictions.js';
import { readOptions } from '../tables/read-flags.js';
import { Unlike } from '../tables/unseen.js';
import type { PredictFlags } from './predict.command.js';

/** What is used of a stream that may be slower than what writes to it. */
interface Slow {
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
}

/** Predicts the rows of a table, piece by piece; what is dubious goes to standard error. */
export async function runPredict(
  folder: string,
  data: string,
  { out, ...flags }: PredictFlags,
  { process }: Context,
): Promise<void> {
  if (out === '') throw new Error('the name of the output file is empty');
  const place = out === undefined ? undefined : new OutputFolder(dirname(out));
  const loaded = await modelFor(folder);
  const write = (pieces: AsyncIterable<string>): Promise<void> =>
    place === undefined ? writeSlowly(process.stdout, pieces) : place.stream(basename(out!), pieces);
  if (!(loaded instanceof Classifier)) {
    await write((await import('./predict-images.js')).imagePredictions(loaded, data));
    return;
  }
  const model: Classifier = loaded;
  const source = openTable(data, process.stdin);
  const unseen = await Unlike.of(model, folder);
  async function* pieces(): AsyncGenerator<string> {
    let head = predictionsHead(model);
    for await (const table of tableBlocks(model, source, readOptions(flags))) {
      unseen.add(table);
      const probabilities = await predictBlock(model, table);
      yield head + predictionRows(model, probabilities, { lines: table.source.lines });
      head = '';
    }
  }
  await write(aboutEach(source.name, pieces()));
  for (const warning of unseen.warnings) process.stderr.write(`note: ${plain(warning)}\n`);
}

/** The bytes of a model from which on its network takes more time than reading its rows does: some 50,000 weights. */
const LARGE = 200_000;

/** Reading a table is work for one thread, and the others would only wait for the rows of a small network. */
async function modelFor(folder: string): Promise<Classifier | ImageClassifier> {
  const { size = LARGE } = statSync(fileOfModel(folder), { throwIfNoEntry: false }) ?? {};
  setBackend(await cpu(size < LARGE ? { threads: 1 } : {}));
  return loadAnyModel(folder);
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
