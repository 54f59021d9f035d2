import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import { printedBy } from '../measure/processes.ts';
import { duration, times } from '../report/format.ts';
import { asText } from '../report/table.ts';

/** How many times as fast as pandas or scikit-learn each is to be, on one thread. */
const WANTED: Readonly<Record<string, number>> = {
  'CSV, 50,000 x 61': 1,
  'StandardScaler, fit': 0.7,
  'StandardScaler, fit and transform': 0.7,
  'MinMaxScaler, fit and transform': 0.7,
  'RobustScaler, fit and transform': 0.7,
  'accuracy, 200,000': 1,
  'ROC curve, 200,000': 1,
  'ROC AUC, 200,000': 1,
  'precision-recall curve, 200,000': 1,
  'average precision, 200,000': 1,
};

type Times = Readonly<Record<string, number>>;

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tables beside pandas and scikit-learn, in turn; prints a table and returns 1 where one is slower than it is to be. */
export function tablesReport(quick: boolean): number {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-tables-'));
  try {
    const file = join(folder, 'table.csv');
    writeFileSync(file, csv(50_000, 60));
    const rounds = Array.from({ length: quick ? 1 : 3 }, () => {
      const repetitions = quick ? '3' : '7';
      const ours = printedBy<Times>(process.execPath, [
        '--disable-warning=ExperimentalWarning',
        here('child.ts'),
        file,
        repetitions,
      ]);
      return {
        ours,
        theirs: printedBy<Times>('/usr/bin/python3', [here('../../python/tables.py'), file, repetitions]),
      };
    });
    const best = (of: 'ours' | 'theirs', name: string): number => Math.min(...rounds.map((round) => round[of][name]!));
    const rows = Object.keys(rounds[0]!.ours).map((name) => {
      const [mine, other] = [best('ours', name), best('theirs', name)];
      const wanted = WANTED[name];
      return { name, mine, other, wanted, met: wanted === undefined || other / mine >= wanted };
    });
    const table = rows.map(({ name, mine, other, wanted, met }) => [
      name,
      duration(mine),
      duration(other),
      times(other / mine),
      wanted === undefined ? '' : `${wanted}×`,
      met ? '' : 'not met',
    ]);
    console.log(asText([['work', 'Kindling', 'pandas, scikit-learn', 'ratio', 'at least', ''], ...table]));
    return rows.every(({ met }) => met) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Numbers with a label at the end. */
function csv(rows: number, columns: number): string {
  const random = new SeedrandomGenerator('csv');
  const numbers = random.normal(rows * columns, 0, 1, 'float64');
  const lines = [[...Array.from({ length: columns }, (_, i) => `x${i}`), 'label'].join(',')];
  for (let row = 0; row < rows; row++) {
    const cells = Array.from(numbers.subarray(row * columns, (row + 1) * columns), (value) => value.toFixed(6));
    lines.push(`${cells.join(',')},${row % 3 === 0 ? 'yes' : 'no'}`);
  }
  return `${lines.join('\n')}\n`;
}
