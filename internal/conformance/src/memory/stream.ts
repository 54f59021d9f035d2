/**
 * Writes a CSV file, reads it in parts through a pipeline into one epoch of training, and prints, as JSON, the process's memory
 * after each tenth, in bytes. Run by memory-of-streams.test.ts in a process of its own: `node stream.mjs FILE ROWS COLUMNS`.
 */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { cpu } from '@kindling/backend-cpu';
import { Pipeline, SimpleImputer, StandardScaler, streamCsv, type Table } from '@kindling/data';
import { BCEWithLogitsLoss, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, SeedrandomGenerator, setBackend, tensor } from '@kindling/tensor-core';
import { fit } from '@kindling/train';

const [path, rowCount, columnCount] = process.argv.slice(2) as [string, string, string];
const rows = Number(rowCount);
const columns = Number(columnCount);
setBackend(await cpu());
manualSeed(1);

const names = Array.from({ length: columns - 1 }, (_, j) => `x${j}`);
const file = openSync(path, 'w');
writeSync(file, `${[...names, 'y'].join(',')}\n`);
const random = new SeedrandomGenerator('stream');
for (let done = 0; done < rows; done += 1000) {
  const values = random.normal(1000 * columns, 5, 3, 'float64');
  let text = '';
  for (let i = 0; i < 1000; i++) {
    const row = values.subarray(i * columns, (i + 1) * columns);
    for (let j = 0; j < columns - 1; j++) text += row[j]! > 12 ? 'NA,' : `${row[j]!.toFixed(4)},`;
    text += row[0]! + row[1]! > row[2]! + 5 ? 'yes\n' : 'no\n';
  }
  writeSync(file, text);
}
closeSync(file);

const stream = streamCsv(path, { batchSize: 1024 });
const pipeline = new Pipeline([
  ['fill', new SimpleImputer({ strategy: 'median' })],
  ['scale', new StandardScaler()],
]);
pipeline.fit((await stream.head(20_000)).drop('y'));
const marks: number[] = [];
let seen = 0;
const batches = stream.shuffle(16_384).map((table: Table) => {
  seen += table.rows;
  if (seen >= ((marks.length + 1) * rows) / 10) marks.push(process.memoryUsage.rss());
  const { data } = (pipeline.transform(table.drop('y')) as Table).toMatrix();
  const x = tensor(data, { dtype: 'float32' }).reshape([table.rows, columns - 1]);
  const labels = table.labels('y').map((label) => Number(label === 'yes'));
  return [x, tensor(labels).unsqueeze(1)] as const;
});
const model = new Sequential(new Linear(columns - 1, 32), new ReLU(), new Linear(32, 1));
const optimizer = new Adam(model.parameters(), { lr: 0.01 });
const start = performance.now();
const history = await fit(model, { trainData: batches, loss: new BCEWithLogitsLoss(), optimizer, epochs: 1 });
const seconds = (performance.now() - start) / 1000;
// The most that it ever held, in bytes. On Linux `maxRSS` begins at what the process that started this one held.
const peak = /^VmHWM:\s+(\d+) kB/m.exec(
  existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '',
);
const bytes = 1024 * (peak === null ? process.resourceUsage().maxRSS : Number(peak[1]));
console.log(JSON.stringify({ marks, peak: bytes, seen, loss: history.loss.at(-1), seconds }));
