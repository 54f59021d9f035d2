import { cpu } from '@kindling/backend-cpu';
import { Table } from '@kindling/data';
import * as nn from '@kindling/nn';
import { manualSeed, randn, setBackend, type Tensor } from '@kindling/tensor-core';
import type { Classifier } from '@kindling/train';
import { beforeAll, describe, expect, it } from 'vitest';
import { designs, people, trained } from '../testing/models.js';
import { toOnnx } from './to-onnx.js';

// It is published for some systems only; on others the import says so.
const onnx = await import('onnxruntime-node').catch((error: Error) => error);

beforeAll(async () => {
  setBackend(await cpu());
  manualSeed(1);
});

async function session(file: Uint8Array) {
  if (onnx instanceof Error) throw onnx;
  return { onnx, session: await onnx.InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 3 }) };
}

/** What onnxruntime says of a table. */
async function run(file: Uint8Array, model: Classifier, table: Table) {
  const { onnx, session: running } = await session(file);
  const feeds = model.spec.encoder.columns.map(({ name, kind }) => {
    const column = table.column(name);
    const dims = [table.rows, 1];
    if (kind === 'number') {
      // Truth values are 0 and 1.
      const values =
        'values' in column ? column.values : Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : code));
      return [name, new onnx.Tensor('float64', values, dims)] as const;
    }
    const texts = Array.from({ length: table.rows }, (_, row) => String(table.get(row, name) ?? ''));
    return [name, new onnx.Tensor('string', texts, dims)] as const;
  });
  const { label, probability } = await running.run(Object.fromEntries(feeds));
  return { label: label!.data as string[], probability: probability!.data as Float64Array };
}

describe.skipIf(onnx instanceof Error)('a classifier in onnxruntime', () => {
  it.each(designs)('predicts the same: %s', async (_, options) => {
    const model = await trained(options);
    const table = Table.from(people(60, 1000));
    const got = await run(await toOnnx(model), model, table);
    const wanted = await model.predictProba(table);
    wanted.forEach((p, i) => void expect(Math.abs(p - got.probability[i]!), `row ${i}`).toBeLessThan(1e-5));
    expect(got.label).toEqual(await model.predict(table));
  });

  it.each([
    [true, false, 'bool'],
    [1, 0, 'int64'],
    [1.5, 0.5, 'float64'],
  ])('says labels as they are: %s', async (positive, negative, type) => {
    const rows = people(60).map(({ age, left }) => ({ age, left: left === 'yes' ? positive : negative }));
    const { classifier } = await import('@kindling/train');
    const model = await classifier({ hidden: [], epochs: 2, members: 2 }).fit(rows, { target: 'left', positive });
    const { onnx, session: running } = await session(await toOnnx(model));
    const { label } = await running.run({ age: new onnx.Tensor('float64', [20, 90], [2, 1]) });
    expect(label!.type).toBe(type);
    const said = Array.from(label!.data as ArrayLike<number | bigint>, Number);
    expect(said).toEqual((await model.predict([{ age: 20 }, { age: 90 }])).map(Number));
  });
});

describe.skipIf(onnx instanceof Error)('a network in onnxruntime', () => {
  const outputs = async (model: nn.Module, x: Tensor, options = {}) => {
    const { onnx, session: running } = await session(await toOnnx(model, options));
    const { output } = await running.run({ input: new onnx.Tensor('float32', await x.data(), x.shape) });
    expect([...output!.dims]).toEqual(model(x).shape);
    const wanted = await model(x).data();
    (output!.data as Float32Array).forEach((y, i) => {
      expect(Math.abs(y - wanted[i]!), `${model} ${i}`).toBeLessThan(1e-5 * Math.max(1, Math.abs(y)));
    });
  };

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
      const inner = new nn.Sequential(new nn.BatchNorm1d(5), activation, new nn.LayerNorm(5));
      await outputs(new nn.Sequential(new nn.Linear(3, 5), inner, new nn.Linear(5, 2)).eval(), randn(20, 3).mul(3));
    }
  });

  it('knows those of images', async () => {
    const model = new nn.Sequential(
      new nn.Conv2d(3, 4, 3, { padding: 'same', dilation: 2 }),
      new nn.BatchNorm2d(4),
      new nn.ReLU(),
      new nn.MaxPool2d(2),
      new nn.Conv2d(4, 6, [3, 2], { stride: 2, padding: [1, 0], groups: 2, bias: false }),
      new nn.AvgPool2d(2, { padding: 1, countIncludePad: false, ceilMode: true }),
      new nn.Dropout2d(),
      new nn.Sequential(new nn.Conv2d(6, 5, 1), new nn.AdaptiveAvgPool2d(1)),
      new nn.Flatten(),
      new nn.Linear(5, 2),
    ).eval();
    await outputs(model, randn(2, 3, 17, 16));
    await outputs(model, randn(2, 3, 16, 16), { inputShape: [3, 16, 16] });
  });
});

describe('wrong arguments', () => {
  it('are said', async () => {
    const model = new nn.Sequential(new nn.Linear(2, 1));
    await expect(toOnnx(model, { inputShap: [2] } as never)).rejects.toThrow("did you mean 'inputShape'?");
    await expect(toOnnx(model, { inputShape: [0] })).rejects.toThrow('inputShape must be a list of sizes');
    await expect(toOnnx('model' as never)).rejects.toThrow("must be a Classifier or a Module, not a string 'model'");
    await expect(toOnnx(await trained(), { inputShape: [3] })).rejects.toThrow('has an input for each column');
    await expect(toOnnx(new nn.Sequential(new nn.Softplus({ beta: 2 })))).rejects.toThrow('beta 1 only');
    await expect(toOnnx(new nn.Sequential(new nn.BatchNorm1d(2, { trackRunningStats: false })))).rejects.toThrow(
      'running mean',
    );
  });
});
