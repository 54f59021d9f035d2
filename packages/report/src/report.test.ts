import { cpu } from '@kindling/backend-cpu';
import { Table } from '@kindling/data';
import { setBackend } from '@kindling/tensor-core';
import { type Classifier, classifier } from '@kindling/train';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnDependence, columnImportance, ReportError, report } from './index.js';

const hostile = '<script>alert(1)</script>"\'=1+1\n__proto__';

function patients(count: number, first = 0): Table {
  return Table.from(
    Array.from({ length: count }, (_, i) => {
      const n = first + i;
      const age = 20 + ((n * 37) % 60);
      return {
        age: n % 11 === 0 ? null : age,
        [hostile]: ['Ulm', '<b>Bonn</b>', 'Rom & "Köln"'][n % 3],
        smokes: n % 13 === 0 ? null : n % 4 === 0,
        seen: new Date(Date.UTC(2024, 0, 1 + (n % 28))),
        ill: age + (n % 3) * 5 > 55 ? 'yes <i>' : 'no',
      };
    }),
  );
}

const [train, test] = [patients(120), patients(60, 500)];
let model: Classifier;
let plain: Classifier;

beforeAll(async () => {
  setBackend(await cpu());
  const task = { target: 'ill', positive: 'yes <i>' };
  model = await classifier({ hidden: [8], epochs: 25 }).fit(train, task);
  plain = await classifier({ hidden: [], epochs: 25 }).fit(train, task);
});

describe('report', () => {
  it('is one page without scripts, with all its parts, and the same each time', async () => {
    const options = {
      train,
      test,
      baselines: { 'logistic regression': plain },
      warnings: ['column "x" is odd'],
      curves: [{ values: [0.7, 0.5], validation: [0.7, 0.6] }],
      cost: { falseNegative: 5, falsePositive: 1 },
      reproduce: 'kindling train a.csv --target ill',
    };
    const { html, pictures } = await report(model, options);
    expect((await report(model, options)).html).toBe(html);
    const ids = [...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      'summary',
      'warnings',
      'measures',
      'thresholds',
      'reliance',
      ...(html.includes('id="mistakes"') ? ['mistakes'] : []),
      'data',
      'design',
      'reproduce',
    ]);
    for (const id of ids) expect(html).toContain(`<a href="#${id}">`);
    expect(Object.keys(pictures)).toEqual(
      expect.arrayContaining([
        'loss',
        'roc',
        'precision-recall',
        'calibration',
        'thresholds',
        'confusion',
        'importance',
        'missing',
      ]),
    );
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(html).toMatch(/content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"/);
  });

  it('shows texts of the data as they are, and never as HTML', async () => {
    const { html } = await report(model, { train, test, title: hostile, reproduce: hostile });
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<b>|<i>/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;=1+1\\u000a__proto__');
    expect(html).toContain('yes &lt;i&gt;');
  });

  it('says the measures that the model has on the test rows', async () => {
    const { html } = await report(model, { train, test });
    const { auc, accuracy, confusion } = await model.evaluate(test);
    const [[, fp], [fn, tp]] = confusion;
    expect(html).toContain(`<span class="value">${auc!.toFixed(3)}</span>`);
    expect(html).toContain(`It is right in ${Number((100 * accuracy).toFixed(1))} % of rows`);
    expect(html).toContain(`it finds ${tp} and misses ${fn}; ${fp} row`);
  });

  it('goes without what rows of one class cannot tell', async () => {
    const one = test.filter(({ ill }) => ill === 'no');
    const { html, pictures } = await report(model, { train, test: one });
    expect(pictures.roc).toBeUndefined();
    expect(html).not.toContain('id="thresholds"');
    expect(html).not.toContain('NaN');
  });

  it.each([
    ['model', (): unknown => report({} as never, { train, test }), /^report: model must be a Classifier, /],
    ['options', () => report(model, undefined as never), /^report: the options must hold train and test/],
    ['a table', () => report(model, { train, test: [] } as never), /^report: test must be a Table, /],
    ['no rows', () => report(model, { train, test: test.head(0) }), /^report: test has no rows/],
    [
      'names',
      () => report(model, { train, test, titel: '' } as never),
      /^report: unknown option 'titel'; did you mean 'title'\?/,
    ],
    ['a column', () => columnDependence(model, train, 'Age'), /the model does not use a column "Age"; it uses age, /],
  ])('refuses a wrong argument: %s', async (_, call, message) => {
    const error = await Promise.resolve()
      .then(call)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReportError);
    expect((error as Error).message).toMatch(message);
  });
});

it('ranks the columns by what the model loses without them', async () => {
  const ranked = await columnImportance(model, test);
  expect(ranked[0]!.column).toBe('age');
  expect(ranked.map(({ column }) => column).sort()).toEqual(
    [...model.spec.encoder.columns.map(({ name }) => name)].sort(),
  );
  expect(ranked.map(({ loss }) => loss)).toEqual(ranked.map(({ loss }) => loss).toSorted((a, b) => b - a));
});

it('gives the mean probability that the model gives when all rows have one value', async () => {
  const { values, average } = await columnDependence(model, train, 'age', { values: 5, rows: 1000 });
  const rows = train.toRows();
  for (const [i, age] of values.entries()) {
    const all = await model.predictProba(rows.map((row) => ({ ...row, age: age as number })));
    expect(average[i]).toBeCloseTo(all.reduce((a, b) => a + b) / all.length, 10);
  }
  expect(average.at(-1)!).toBeGreaterThan(average[0]!);
});
