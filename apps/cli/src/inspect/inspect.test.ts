import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindling, temporaryFolder } from '../run.test-helper.js';

it('describes the columns of a table', async () => {
  const file = join(temporaryFolder(), 'table.csv');
  writeFileSync(file, 'age,"to\u001bwn"\n31,Ulm\n,Bonn\n52,Ulm\n');
  const { out, code } = await kindling('inspect', file);
  expect(code).toBe(0);
  expect(out).toMatch(/^table\.csv: 3 rows\n/);
  expect(out).toMatch(/age +numeric +1 +2 +31 to 52/);
  expect(out).not.toContain('\u001b');
  const { columns, ...rest } = JSON.parse((await kindling('inspect', file, '--json')).out) as { columns: object[] };
  expect(rest).toMatchObject({ schema: 1, kind: 'table', rows: 3, source: { delimiter: ',', header: true } });
  expect(columns[0]).toMatchObject({ name: 'age', type: 'numeric', missing: 1, range: [31, 52] });
});

it('says what it cannot read', async () => {
  const { err, code } = await kindling('inspect', join(temporaryFolder(), 'none.csv'));
  expect(code).toBe(1);
  expect(err).toMatch(/^kindling: cannot read .*none\.csv: no such file or folder\n$/);
});
