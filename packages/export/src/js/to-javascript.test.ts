import { cpu } from '@kindling/backend-cpu';
import { Pipeline, SimpleImputer } from '@kindling/data';
import * as nn from '@kindling/nn';
import { manualSeed, randn, setBackend } from '@kindling/tensor-core';
import { classifier } from '@kindling/train';
import { beforeAll, describe, expect, it } from 'vitest';
import { designs, people, trained } from '../testing/models.js';
import { toJavaScript } from './to-javascript.js';

interface Exported {
  predictProba(rows: unknown): number[];
  predict(rows: unknown): unknown[];
  readonly labels: unknown[];
  readonly threshold: number;
  readonly columns: { name: string; kind: string }[];
}

/** The module as Node loads it. */
const load = async <T = Exported>(text: string): Promise<T> =>
  (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`)) as T;

beforeAll(async () => {
  setBackend(await cpu());
  manualSeed(1);
});

describe('a classifier as a module', () => {
  it.each(designs)('predicts the same: %s', async (_, options) => {
    const model = await trained(options);
    const exported = await load(await toJavaScript(model));
    const rows = people(60, 1000);
    const wanted = await model.predictProba(rows);
    const got = exported.predictProba(rows);
    got.forEach((p, i) => void expect(Math.abs(p - wanted[i]!), `row ${i}`).toBeLessThan(1e-5));
    expect(exported.predict(rows)).toEqual(await model.predict(rows));
    // As they come out of JSON.
    expect(exported.predictProba(JSON.parse(JSON.stringify(rows)))).toEqual(got);
  });

  it('says what it is, and where a row does not fit', async () => {
    const { columns, labels, predictProba } = await load(await toJavaScript(await trained()));
    expect(labels).toEqual(['no', 'yes']);
    expect(columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['age', 'number'],
      ['a "name"\\ <b>', 'number'],
      ['town', 'category'],
      ['__proto__x', 'category'],
      ['member', 'boolean'],
      ['since', 'date'],
      ['kind', 'category'],
    ]);
    const [row] = people(1);
    expect(() => predictProba([row, { ...row, age: 'old' }])).toThrow('row 1, column "age": "old" is not a number');
    expect(() => predictProba([{ ...row, since: '2024-02-30' }])).toThrow('"2024-02-30" is not a date such as');
    expect(() => predictProba([{ ...row, since: 7 }])).toThrow('column "since": 7 is not a date such as');
    expect(() => predictProba([{ ...row, member: 'maybe' }])).toThrow('"maybe" is not true or false');
    expect(() => predictProba([{ ...row, age: true }])).toThrow('true is not a number');
    expect(predictProba([{ ...row, member: 'Yes', since: '2020-01-02 12:00' }])).toEqual(
      predictProba([{ ...row, member: true, since: new Date('2020-01-02T12:00Z') }]),
    );
    expect(() => predictProba([{ ...row, town: ['Bern'] }])).toThrow('row 0, column "town": a list is not a text');
    expect(() => predictProba([{ age: 3 }])).toThrow('column "a \\"name\\"\\\\ <b>": is not there; null stands for');
    expect(() => predictProba([7])).toThrow('row 0: expected an object, got 7');
    expect(() => predictProba(row)).toThrow('expected a list of objects, got an object');
    expect(predictProba([])).toEqual([]);
  });

  it('holds nothing that would end a script element', async () => {
    expect(await toJavaScript(await trained())).not.toContain('</script');
  });
});

describe('a network as a module', () => {
  it('knows every dense layer', async () => {
    const activations = [
      ...[new nn.ReLU(), new nn.ReLU6(), new nn.Hardtanh(), new nn.Tanh(), new nn.Sigmoid(), new nn.LogSigmoid()],
      ...[new nn.SiLU(), new nn.GELU(), new nn.GELU({ approximate: 'tanh' }), new nn.SELU(), new nn.Softsign()],
      ...[
        new nn.Hardsigmoid(),
        new nn.Hardswish(),
        new nn.Mish(),
        new nn.LeakyReLU(0.1),
        new nn.ELU(),
        new nn.Softplus(),
      ],
      ...[new nn.Softmax(1), new nn.LogSoftmax(-1), new nn.Dropout(), new nn.Identity(), new nn.Flatten()],
    ];
    for (const activation of activations) {
      const norm = new nn.BatchNorm1d(5);
      norm.runningMean!.copy_(randn(5));
      norm.runningVar!.copy_(randn(5).abs().add(0.5));
      const inner = new nn.Sequential(norm, activation, new nn.LayerNorm(5));
      const model = new nn.Sequential(new nn.Linear(3, 5), inner, new nn.Linear(5, 2, { bias: false })).eval();
      const { predict } = await load<{ predict(rows: number[][]): number[][] }>(await toJavaScript(model));
      const x = randn(20, 3).mul(3);
      const got = predict(x.tolist() as number[][]);
      const wanted = model(x).tolist() as number[][];
      got.flat().forEach((y, i) => void expect(Math.abs(y - wanted.flat()[i]!), String(activation)).toBeLessThan(1e-4));
    }
  });

  it('names a layer that it does not know', async () => {
    await expect(toJavaScript(new nn.Sequential(new nn.Conv2d(1, 2, 3)))).rejects.toThrow(
      'toJavaScript: conv2d cannot',
    );
    await expect(toJavaScript(new nn.Sequential(new nn.Sequential(new nn.Bilinear(2, 2, 1) as never)))).rejects.toThrow(
      'toJavaScript: Bilinear (0.0) cannot be exported; it takes Sequential of Linear, ',
    );
    await expect(toJavaScript({} as never)).rejects.toThrow(
      'the model must be a Classifier or a Module, not an empty object',
    );
    const pipeline = () => new Pipeline([['fill', new SimpleImputer()]]);
    const own = await classifier({ pipeline, epochs: 1 }).fit(
      Array.from({ length: 20 }, (_, i) => ({ size: i % 5, kind: i % 2 === 0 })),
      { target: 'kind' },
    );
    await expect(toJavaScript(own)).rejects.toThrow('a classifier with a pipeline of its own has no counterpart');
  });
});
