/** The AUC of `classifier()` with default options on the tables and folds of a folder that the two scripts beside this one made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { readCsv } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { classifier } from '@kindling/train';

interface Found {
  readonly folds: readonly { readonly train: number[]; readonly test: number[] }[];
  readonly positive: string;
  readonly lr: number;
  readonly mlp: number;
}

const [folder = '.'] = process.argv.slice(2);
setBackend(await cpu({ threads: 1 }));
const found = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8')) as Record<string, Found>;
for (const [name, { folds, positive, lr, mlp }] of Object.entries(found)) {
  const table = await readCsv(readFileSync(join(folder, `${name}.csv`), 'utf8'));
  let sum = 0;
  for (const { train, test } of folds) {
    const model = await classifier().fit(table.take(train), { target: 'y', positive });
    sum += (await model.evaluate(table.take(test))).auc!;
  }
  const auc = sum / folds.length;
  const best = Math.max(lr, mlp);
  console.log(
    `${name}: ${auc.toFixed(4)}, scikit-learn ${lr.toFixed(4)} and ${mlp.toFixed(4)}: ${(auc - best).toFixed(4)}`,
  );
}
