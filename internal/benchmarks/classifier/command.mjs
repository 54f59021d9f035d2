// The test AUC of `kindling train FOLD --test REST` with default options, on the tables and folds of a folder that public.R (or
// tables.R) and sklearn_auc.py made there, beside scikit-learn's: node command.mjs FOLDER [TABLE…]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));
const [folder = '.', ...wanted] = process.argv.slice(2);
const found = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'kindling-folds-'));
for (const [name, { folds, positive, lr, mlp }] of Object.entries(found)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const [head, ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const part = (file, at) => {
    writeFileSync(join(work, file), `${[head, ...at.map((row) => rows[row])].join('\n')}\n`);
    return join(work, file);
  };
  let sum = 0;
  for (const { train, test } of folds) {
    const files = [part('train.csv', train), '--test', part('test.csv', test)];
    const flags = ['--target', 'y', '--positive', positive, '--json', '--out', join(work, 'out')];
    sum += JSON.parse(execFileSync(process.execPath, [command, 'train', ...files, ...flags])).test.auc;
  }
  const auc = sum / folds.length;
  console.log(
    `${name}: ${auc.toFixed(4)}, scikit-learn ${lr.toFixed(4)} and ${mlp.toFixed(4)}: ${(auc - Math.max(lr, mlp)).toFixed(4)}`,
  );
}
rmSync(work, { recursive: true });
