import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import {
  ColumnTransformer,
  OneHotEncoder,
  PCA,
  Pipeline,
  SimpleImputer,
  StandardScaler,
  type Step,
  Table,
  TargetEncoder,
} from '@kindling/data';
import { SeedrandomGenerator, setBackend } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { Classifier, classifier } from './index.js';

setBackend(await cpu());

/** Two numbers, one of which is missing at times, and a street of which there are many. */
function table(rows: number): Table {
  const random = new SeedrandomGenerator('pipelines');
  return Table.from(
    Array.from({ length: rows }, (_, i) => {
      const [size, noise, place] = random.normal(3, 0, 1, 'float64') as unknown as [number, number, number];
      const street = Math.floor((place + 4) * 4);
      return {
        size: i % 9 === 4 ? null : size,
        weight: 10 * noise,
        street: `street ${street}`,
        left: size + (street % 2) * 3 - 1.5 + noise / 2 > 0 ? 'yes' : 'no',
      };
    }),
  );
}

const numbers = (): Step =>
  new Pipeline([
    ['fill', new SimpleImputer({ strategy: 'median' })],
    ['scale', new StandardScaler()],
    ['turn', new PCA()],
  ]);
const columns = (streets: Step) => (): Step =>
  new ColumnTransformer([
    ['numbers', numbers(), ['size', 'weight']],
    ['streets', streets, ['street']],
  ]);
const task = { target: 'left', positive: 'yes' };
const train = table(300);
const rest = table(420).take(Int32Array.from({ length: 120 }, (_, i) => 300 + i));

it('prepares the rows of each network by its own pipeline, and is saved with it', async () => {
  const pipeline = () => columns(new TargetEncoder({ randomState: 5 }))();
  const model = await classifier({ pipeline, members: 3, epochs: 30, seed: 1 }).fit(train, task);
  expect(model.spec.design.inputs).toBe(3);
  expect(model.spec.pipelines!.map(({ inputs }) => inputs)).toEqual([3, 3, 3]);
  const [first, second] = model.spec.pipelines!.map(({ state }) => JSON.stringify(state));
  expect(first).not.toBe(second);
  const { auc } = await model.evaluate(rest);
  expect(auc).toBeGreaterThan(0.85);

  const folder = await mkdtemp(join(tmpdir(), 'kindling-pipeline-'));
  try {
    await model.save(folder);
    const loaded = await Classifier.load(folder);
    expect(await loaded.predictProba(rest)).toEqual(await model.predictProba(rest));
    // Other columns may be there, in any order.
    const mixed = rest.select('left', 'street', 'weight', 'size');
    expect(await loaded.predictProba(mixed)).toEqual(await model.predictProba(rest));
    await expect(loaded.predictProba(rest.drop('street'))).rejects.toThrow('street');
  } finally {
    await rm(folder, { recursive: true });
  }
  const again = await classifier({ pipeline, members: 3, epochs: 30, seed: 1 }).fit(train, task);
  expect(await again.predictProba(rest)).toEqual(await model.predictProba(rest));
});

it('lets pipelines of different widths differ, as where a category is in some rows only', async () => {
  const pipeline = () => columns(new OneHotEncoder({ handleUnknown: 'ignore' }))();
  const model = await classifier({ pipeline, members: 4, epochs: 3, hidden: [] }).fit(train, task);
  expect(new Set(model.spec.pipelines!.map(({ inputs }) => inputs)).size).toBeGreaterThan(1);
  const again = Classifier.fromBytes(await model.toBytes());
  expect(await again.predictProba(rest)).toEqual(await model.predictProba(rest));
});

it('no network has seen the labels of the rows it is judged on', async () => {
  // Streets of their own tell nothing of other rows; a target encoder that saw all labels would tell everything.
  const noise = Table.from(
    Array.from({ length: 200 }, (_, i) => ({
      street: `s${Math.floor(i / 2)}`,
      left: new SeedrandomGenerator(`row ${i}`).random() < 0.5 ? 'yes' : 'no',
    })),
  );
  const pipeline = () => new TargetEncoder({ smooth: 0.01, randomState: 2 }) as unknown as Step;
  const { validation } = await classifier({ pipeline, members: 4, epochs: 10 }).fit(noise, task);
  expect(validation.auc!).toBeLessThan(0.65);
});

it('says what is wrong with a pipeline', async () => {
  const fit = (pipeline: unknown) => classifier({ pipeline: pipeline as () => Step, epochs: 1 }).fit(train, task);
  expect(() => classifier({ pipeline: numbers() as never })).toThrow(
    'pipeline must be a function that makes a new one',
  );
  await expect(fit(() => 3)).rejects.toThrow('pipeline must make a transformer, such as a Pipeline, got');
  await expect(fit(() => new StandardScaler())).rejects.toThrow('column "street" is');
  const holes = () => new ColumnTransformer([['scale', new StandardScaler(), ['size']]]);
  await expect(fit(holes)).rejects.toThrow('the pipeline makes NaN at row');
  await expect(fit(holes)).rejects.toThrow('column scale__size; fill what is missing, as by SimpleImputer');
});
