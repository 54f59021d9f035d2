import { Table } from '@kindling/data';
import { expect, it } from 'vitest';
import { ProfileWatch, tableProfile } from './index.js';

/** Rows whose numbers and categories lie as they are told to. */
function rows(n: number, { shift = 0, towns = ['Ulm', 'Bonn', 'Ulm'] } = {}): Table {
  return Table.from(
    Array.from({ length: n }, (_, i) => ({
      age: ((i * 37) % 50) + 20 + shift,
      town: towns[i % towns.length]!,
      since: new Date(Date.UTC(2020, 0, 1 + (i % 300))),
    })),
  );
}

const profile = tableProfile(rows(400));

it('finds nothing where rows are as those of training, also after it was kept as JSON', () => {
  const watch = new ProfileWatch(JSON.parse(JSON.stringify(profile)) as typeof profile);
  for (let i = 0; i < 5; i++) watch.add(rows(300));
  expect(watch.findings).toEqual([]);
});

it('tells numbers and dates outside, and columns that are distributed otherwise, over all tables', () => {
  const watch = new ProfileWatch(profile);
  watch.add(rows(200));
  watch.add(rows(300, { shift: 25, towns: ['Bonn', 'Bonn', 'Rom'] }));
  watch.add(Table.from([{ age: null, town: null, since: new Date(Date.UTC(2031, 4, 6)) }]));
  const found = watch.findings.map(({ kind, message }) => [kind, message]);
  expect(found).toEqual([
    [
      'outside',
      expect.stringMatching(
        /^column "age": 150 rows lie outside of what training saw \(20 to 69\), the first with 82$/,
      ),
    ],
    ['outside', 'column "since": 1 row lies outside of what training saw (2020-01-01 to 2020-10-26), with 2031-05-06'],
    ['drift', expect.stringMatching(/^column "age" is distributed otherwise than in training/)],
    ['drift', expect.stringMatching(/^column "town" is distributed otherwise than in training/)],
  ]);
});

it('a few rows are no drift, and what it keeps does not grow', () => {
  const watch = new ProfileWatch(profile);
  watch.add(rows(3, { towns: ['Bonn'] }));
  expect(watch.findings).toEqual([]);
  const size = JSON.stringify(tableProfile(rows(4000))).length;
  expect(size).toBeLessThan(2000);
});

it('columns of one value, of many categories, of other kinds and of hostile names', () => {
  const many = Table.from(
    Array.from({ length: 1000 }, (_, i) => ({ same: 7, kind: `k${i % 250}`, __proto__x: i % 3 })),
  );
  const kept = tableProfile(many);
  const watch = new ProfileWatch(kept);
  watch.add(many);
  expect(watch.findings).toEqual([]);
  watch.add(Table.from({ same: [8, 9] }));
  expect(watch.findings.map(({ message }) => message)).toEqual([
    'column "same": 2 rows lie outside of what training saw (7 to 7), the first with 8',
  ]);
});

it('says what is wrong', () => {
  expect(() => new ProfileWatch({} as never)).toThrow('what tableProfile gave');
  expect(() => new ProfileWatch({ ...profile, columns: [{ name: 'a' }] } as never)).toThrow(
    'the profile of a is damaged',
  );
  expect(() => tableProfile(rows(3), { columns: ['ages'] })).toThrow('did you mean "age"');
  expect(() => tableProfile(rows(3), { column: ['age'] } as never)).toThrow("did you mean 'columns'");
});
