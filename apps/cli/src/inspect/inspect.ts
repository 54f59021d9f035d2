import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import type { Chunks } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import type { ImageClassifier } from '@kindling/train/images';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';
import { about } from '../tables/about.js';
import { isFolder, loadAnyModel, modelFile } from '../tables/load-model.js';
import { type ReadFlags, readOptions } from '../tables/read-flags.js';
import { readFileOrInput, readTable, type TableFile } from '../tables/read-table.js';
import { confusionTable, scoreTable } from '../tables/show-measures.js';

/** Describes a model, a table or a folder of images. */
export async function runInspect(
  path: string,
  flags: ReadFlags,
  stdin: Chunks | undefined,
  reporter: Reporter,
): Promise<void> {
  if (isFolder(path) && !existsSync(join(path, modelFile))) {
    await (await import('./inspect-images.js')).inspectFolder(path, reporter);
  } else if (isFolder(path) || path.endsWith('.safetensors')) await inspectModel(path, reporter);
  else await inspectTable(await readFileOrInput(path, stdin), flags, reporter);
}

async function inspectTable(file: TableFile, flags: ReadFlags, reporter: Reporter): Promise<void> {
  const table = await about(file.name, () => readTable(file.bytes, { ...readOptions(flags), name: file.name }));
  const summary = table.describe();
  reporter.line(`${file.name}: ${String(summary)}`);
  for (const { message } of table.warnings) reporter.line(`note: ${plain(message)}`);
  const { delimiter, header, encoding, decimal } = table.source;
  reporter.result({
    schema: 1,
    kind: 'table',
    rows: table.rows,
    source: { delimiter, header, encoding, decimal },
    columns: summary.columns,
    warnings: table.warnings.map(({ message }) => message),
  });
}

async function inspectModel(path: string, reporter: Reporter): Promise<void> {
  setBackend(await cpu());
  const model = await loadAnyModel(path);
  if (!(model instanceof Classifier)) {
    inspectImages(model, reporter);
    return;
  }
  const { spec } = model;
  const { target, labels, design, members, encoder, calibration, threshold, validation, epochs, rows } = spec;
  const [negative, positive] = labels;
  const name = (label: unknown): string => plain(String(label));
  reporter.line(`Tells ${name(positive)} from ${name(negative)} in column "${plain(target)}"; trained on ${rows} rows`);
  reporter.line(
    `${members} networks of ${[design.inputs, ...design.hidden, 1].join(' -> ')}, ${design.activation}, dropout ${design.dropout}${design.batchNorm ? ', batch normalisation' : ''}; epochs ${epochs.join(', ')}`,
  );
  reporter.line(`Calibration: ${calibration?.kind ?? 'none'}; threshold ${Number(threshold.toPrecision(4))}`);
  reporter.line('Columns:');
  for (const column of encoder.columns) {
    const what =
      column.type === 'boolean'
        ? 'true or false'
        : column.kind === 'number'
          ? `numbers around ${Number(column.mean.toPrecision(4))}, missing ones as ${Number(column.fill.toPrecision(4))}`
          : `${column.categories.slice(0, 8).map(plain).join(', ')}${column.categories.length > 8 ? ', …' : ''}${column.other ? ', others' : ''}`;
    reporter.line(`  ${plain(column.name)}: ${what}`);
  }
  for (const { name, reason } of encoder.dropped) reporter.line(`  ${plain(name)}: left out, ${plain(reason)}`);
  reporter.line('On rows that its networks were not trained on:');
  for (const line of scoreTable([['in training', validation]])) reporter.line(`  ${line}`.trimEnd());
  for (const line of confusionTable(validation, labels)) reporter.line(line);
  const columns = encoder.columns.map(({ name, kind }) => ({ name, kind }));
  const about = { rows, target, positive, negative, design, members, epochs, calibration: calibration?.kind ?? 'none' };
  reporter.result({ schema: 1, kind: 'model', ...about, threshold, columns, dropped: encoder.dropped, validation });
}

function inspectImages({ spec }: ImageClassifier, reporter: Reporter): void {
  const { labels, design, members, calibration, threshold, validation, epochs, images } = spec;
  const [negative, positive] = labels;
  reporter.line(`Tells images of ${plain(positive)} from ${plain(negative)}; trained on ${images} of them`);
  const blocks = design.filters.length === 0 ? '' : `filters ${design.filters.join(', ')}, `;
  reporter.line(
    `${members} networks for ${design.size} x ${design.size} pixels: ${blocks}layers ${[...design.hidden, 1].join(' -> ')}, dropout ${design.dropout}; epochs ${epochs.join(', ')}`,
  );
  reporter.line(`Calibration: ${calibration?.kind ?? 'none'}; threshold ${Number(threshold.toPrecision(4))}`);
  reporter.line('On images that its networks were not trained on:');
  for (const line of scoreTable([['in training', validation]])) reporter.line(`  ${line}`.trimEnd());
  for (const line of confusionTable(validation, labels)) reporter.line(line);
  const about = { images, positive, negative, design, members, epochs, calibration: calibration?.kind ?? 'none' };
  reporter.result({ schema: 1, kind: 'image model', ...about, threshold, validation });
}
