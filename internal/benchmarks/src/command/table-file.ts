import { closeSync, openSync, writeSync } from 'node:fs';
import { SeedrandomGenerator } from '@kindling/tensor-core';

/** How many columns of numbers the table has. */
export const COLUMNS = 60;

/** Names of its columns. */
export const names = Array.from({ length: COLUMNS }, (_, i) => `v${i}`);

/** Writes a table of numbers with a class that some of them tell, however many rows it has. */
export function writeTable(path: string, rows: number, seed: string): void {
  const random = new SeedrandomGenerator(seed);
  const file = openSync(path, 'w');
  writeSync(file, `${names.join(',')},class\n`);
  for (let done = 0; done < rows; done += 1000) {
    const count = Math.min(1000, rows - done);
    const numbers = random.uniform(count * (COLUMNS + 1), 0, 1, 'float64');
    let text = '';
    for (let row = 0; row < count; row++) {
      const [noise, ...values] = numbers.subarray(row * (COLUMNS + 1), (row + 1) * (COLUMNS + 1));
      const sum = values.slice(0, 5).reduce((all, value) => all + value, noise!);
      text += `${values.map((value) => value.toFixed(4)).join(',')},${sum > 3 ? 'R' : 'M'}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
}
