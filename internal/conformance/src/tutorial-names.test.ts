// Everything that the tutorials on images and classification reach for, used once: what is missing, or takes other arguments than
// PyTorch's users give it, shows here. What each computes is tested beside it, and against PyTorch's values.
import { cpu } from '@kindling/backend-cpu';
import { DataLoader, TensorDataset } from '@kindling/data';
import * as images from '@kindling/data/images';
import * as nn from '@kindling/nn';
import * as F from '@kindling/nn/functional';
import { onForward, summary } from '@kindling/nn/utils';
import { SGD } from '@kindling/optim';
import { LBFGS } from '@kindling/optim/lbfgs';
import { ExponentialMovingAverage } from '@kindling/optim/swa-utils';
import { arange, ones, setBackend, type Tensor, tensor, zeros } from '@kindling/tensor-core';
import * as more from '@kindling/tensor-core/more';
import { findLearningRate } from '@kindling/train';
import { beforeAll, describe, expect, test } from 'vitest';

beforeAll(async () => setBackend(await cpu()));

const image = (...shape: number[]): Tensor =>
  arange(shape.reduce((size, n) => size * n, 1))
    .float()
    .div(10)
    .reshape(shape);
const whole = (values: number[]): Tensor => tensor(values, { dtype: 'int32' });

describe('layers', () => {
  const layers: [name: string, layer: () => { forward(x: Tensor): Tensor }, x: number[], y: number[]][] = [
    ['BatchNorm1d', () => new nn.BatchNorm1d(3), [4, 3], [4, 3]],
    ['BatchNorm2d', () => new nn.BatchNorm2d(3), [2, 3, 4, 4], [2, 3, 4, 4]],
    ['GroupNorm', () => new nn.GroupNorm(2, 4), [2, 4, 3, 3], [2, 4, 3, 3]],
    ['InstanceNorm2d', () => new nn.InstanceNorm2d(3), [2, 3, 4, 4], [2, 3, 4, 4]],
    ['Conv1d', () => new nn.Conv1d(2, 4, 3, { stride: 2 }), [1, 2, 9], [1, 4, 4]],
    ['Conv2d, same', () => new nn.Conv2d(2, 4, 3, { padding: 'same', dilation: 2 }), [1, 2, 7, 7], [1, 4, 7, 7]],
    ['Conv2d, valid', () => new nn.Conv2d(2, 4, 3, { padding: 'valid', groups: 2 }), [1, 2, 7, 7], [1, 4, 5, 5]],
    ['Conv2d, zeros', () => new nn.Conv2d(1, 1, 3, { padding: 1, paddingMode: 'zeros' }), [1, 1, 4, 4], [1, 1, 4, 4]],
    [
      'Conv2d, reflect',
      () => new nn.Conv2d(1, 1, 3, { padding: 1, paddingMode: 'reflect' }),
      [1, 1, 4, 4],
      [1, 1, 4, 4],
    ],
    [
      'Conv2d, replicate',
      () => new nn.Conv2d(1, 1, 3, { padding: 1, paddingMode: 'replicate' }),
      [1, 1, 4, 4],
      [1, 1, 4, 4],
    ],
    ['ConvTranspose2d', () => new nn.ConvTranspose2d(2, 3, 2, { stride: 2 }), [1, 2, 3, 3], [1, 3, 6, 6]],
    ['MaxPool1d', () => new nn.MaxPool1d(2), [1, 2, 8], [1, 2, 4]],
    ['AvgPool1d', () => new nn.AvgPool1d(2), [1, 2, 8], [1, 2, 4]],
    ['MaxPool2d', () => new nn.MaxPool2d(2, { ceilMode: true }), [1, 2, 5, 5], [1, 2, 3, 3]],
    ['AdaptiveAvgPool2d', () => new nn.AdaptiveAvgPool2d([2, 3]), [1, 2, 5, 7], [1, 2, 2, 3]],
    ['AdaptiveMaxPool2d', () => new nn.AdaptiveMaxPool2d(2), [1, 2, 5, 7], [1, 2, 2, 2]],
    ['Upsample, nearest', () => new nn.Upsample({ scaleFactor: 2 }), [1, 2, 3, 3], [1, 2, 6, 6]],
    ['Upsample, bilinear', () => new nn.Upsample({ size: [5, 4], mode: 'bilinear' }), [1, 2, 3, 3], [1, 2, 5, 4]],
    ['Dropout2d', () => new nn.Dropout2d(0.5), [2, 3, 4, 4], [2, 3, 4, 4]],
    ['AlphaDropout', () => new nn.AlphaDropout(0.5), [5, 3], [5, 3]],
    ['CELU', () => new nn.CELU(), [4], [4]],
    ['GLU', () => new nn.GLU(), [3, 4], [3, 2]],
    ['Threshold', () => new nn.Threshold(0.2, 7), [4], [4]],
    ['Hardshrink', () => new nn.Hardshrink(), [4], [4]],
    ['Softshrink', () => new nn.Softshrink(), [4], [4]],
    ['Tanhshrink', () => new nn.Tanhshrink(), [4], [4]],
    ['Softmin', () => new nn.Softmin(1), [2, 3], [2, 3]],
  ];

  test.each(layers)('%s', (_, layer, x, y) => {
    const made = layer().forward(image(...x));
    expect(made.shape).toEqual(y);
    expect(made.isfinite().all().item()).toBe(1);
  });

  test('MaxPool2d with returnIndices, Bilinear, ParameterList', () => {
    const { values, indices } = new nn.MaxPool2d(2, { returnIndices: true }).forward(image(1, 1, 4, 4));
    expect([values.shape, indices.flatten().tolist()]).toEqual([
      [1, 1, 2, 2],
      [5, 7, 13, 15],
    ]);
    expect(new nn.Bilinear(2, 3, 4).forward(image(5, 2), image(5, 3)).shape).toEqual([5, 4]);
    expect([...new nn.ParameterList([new nn.Parameter(ones(2))]).parameters()]).toHaveLength(1);
  });
});

test('losses', () => {
  const [a, b, c] = [image(3, 4), ones(3, 4), zeros(3, 4)];
  const sides = tensor([1, -1, 1]);
  const losses = [
    new nn.HingeEmbeddingLoss().forward(tensor([0.5, 2, 1]), sides),
    new nn.MarginRankingLoss().forward(tensor([1, 2, 3]), tensor([3, 2, 1]), sides),
    new nn.CosineEmbeddingLoss().forward(a, b, sides),
    new nn.TripletMarginLoss().forward(a, b, c),
    new nn.MultiMarginLoss().forward(a, whole([0, 1, 3])),
    F.sigmoidFocalLoss(a, b, { reduction: 'mean' }),
  ];
  for (const loss of losses) expect(loss.item()).toBeGreaterThan(0);
  expect(F.normalize(tensor([[3, 4]])).dataSync()[0]).toBeCloseTo(0.6);
  expect(F.cosineSimilarity(a, a.mul(2)).dataSync()[1]).toBeCloseTo(1);
  expect(F.pairwiseDistance(b, c).dataSync()[0]).toBeCloseTo(2);
});

test('modules', () => {
  const model = new nn.Sequential(new nn.Conv2d(1, 2, 3), new nn.BatchNorm2d(2), new nn.ReLU());
  expect(String(summary(model, [1, 1, 6, 6]))).toMatch(/Conv2d.*\[1, 2, 4, 4\].*20/);
  const seen: string[] = [];
  const handle = onForward(model, (module) => {
    seen.push(module.constructor.name);
  });
  model.forward(image(1, 1, 6, 6));
  handle.remove();
  expect(seen.length).toBeGreaterThan(0);
  let applied = 0;
  model.apply(() => {
    applied++;
  });
  expect(applied).toBe(4);
  model.requiresGrad_(false);
  expect([...model.parameters()].some((p) => p.requiresGrad)).toBe(false);
  expect([...model.namedBuffers()].map(([name]) => name)).toContain('1.running_mean');
  expect([...model.namedModules()]).toHaveLength(4);
  expect([...model.children()]).toHaveLength(3);
});

test('LBFGS with strong Wolfe, a moving average of weights, a finder of learning rates', async () => {
  const x = image(8, 2);
  const y = x.sum(1, { keepdim: true });
  const model = new nn.Linear(2, 1);
  const average = new ExponentialMovingAverage(model, { decay: 0.5 });
  const optimizer = new LBFGS(model.parameters(), { lineSearchFn: 'strongWolfe' });
  const criterion = new nn.MSELoss();
  const closure = (): Tensor => {
    optimizer.zeroGrad();
    const loss = criterion(model.forward(x), y);
    loss.backward();
    return loss;
  };
  const before = criterion(model.forward(x), y).item();
  await optimizer.step(closure);
  average.update();
  expect(criterion(model.forward(x), y).item()).toBeLessThan(before);
  const found = await findLearningRate(model, {
    loss: criterion,
    optimizer: new SGD(model.parameters(), { lr: 0.1 }),
    trainData: new DataLoader(new TensorDataset(x, y), { batchSize: 4 }),
    steps: 10,
  });
  expect(found.rates.length).toBeGreaterThan(1);
});

test('tensors', () => {
  const x = tensor([
    [1, 5, 2],
    [4, 3, 6],
  ]);
  const [first] = [x.select(0, 0)];
  const made: [string, unknown, unknown][] = [
    ['einsum', more.einsum('ij,kj->ik', x, x).shape, [2, 2]],
    ['bmm', more.bmm(ones(2, 3, 4), ones(2, 4, 5)).shape, [2, 3, 5]],
    ['amax', more.amax(x, 1).tolist(), [5, 6]],
    ['amin', more.amin(x, 1).tolist(), [1, 3]],
    ['median', more.median(x).item(), 3],
    ['quantile', more.quantile(first, 0.5).item(), 2],
    ['lerp', more.lerp(zeros(2), ones(2), 0.5).tolist(), [0.5, 0.5]],
    ['logaddexp', more.logaddexp(zeros(1), zeros(1)).item().toFixed(4), '0.6931'],
    ['scatter', more.scatter(zeros(3), 0, whole([1]), 7).tolist(), [0, 7, 0]],
    ['indexAdd', more.indexAdd(zeros(3), 0, whole([1, 1]), ones(2)).tolist(), [0, 2, 0]],
    [
      'takeAlongDim',
      more
        .takeAlongDim(x, tensor([[1], [2]], { dtype: 'int32' }), 1)
        .flatten()
        .tolist(),
      [5, 6],
    ],
    ['repeatInterleave', more.repeatInterleave(first, 2).tolist(), [1, 1, 5, 5, 2, 2]],
    ['movedim', more.movedim(ones(2, 3, 4), 0, 2).shape, [3, 4, 2]],
    ['bincount', more.bincount(whole([0, 2, 2])).tolist(), [1, 0, 2]],
    ['histc', more.histc(first, 2, { min: 0, max: 6 }).tolist(), [2, 1]],
    ['searchsorted', more.searchsorted(tensor([1, 3, 5]), tensor([2, 5])).tolist(), [1, 2]],
    ['countNonzero', more.countNonzero(tensor([0, 1, 2])).item(), 2],
    ['unique', more.unique(tensor([2, 1, 2])).values.tolist(), [1, 2]],
    ['multinomial', more.multinomial(tensor([0, 1]), 1).tolist(), [1]],
    ['cumprod', more.cumprod(first, 0).tolist(), [1, 5, 10]],
    ['trunc', more.trunc(tensor([-1.5])).item(), -1],
    ['log2', more.log2(tensor([8])).item(), 3],
    ['log10', more.log10(tensor([100])).item(), 2],
    ['nanToNum', more.nanToNum(tensor([Number.NaN])).item(), 0],
  ];
  for (const [name, value, expected] of made) expect([name, value]).toEqual([name, expected]);
});

test('transforms, one after the other', () => {
  const picture = {
    data: Uint8Array.from({ length: 20 * 16 * 3 }, (_, i) => i % 256),
    width: 20,
    height: 16,
    channels: 3,
  };
  const steps = [
    new images.Pad(2),
    new images.Resize([18, 22]),
    new images.CenterCrop(16),
    new images.RandomCrop(15),
    new images.RandomResizedCrop(14),
    new images.RandomHorizontalFlip(0.5),
    new images.RandomVerticalFlip(0.5),
    new images.RandomRotation(15, { interpolation: 'bilinear', expand: true, fill: 3 }),
    new images.RandomAffine(10, { translate: [0.1, 0.1], scale: [0.9, 1.1], shear: 5 }),
    new images.ColorJitter({ brightness: 0.1, contrast: 0.1, saturation: 0.1, hue: 0.1 }),
    new images.Grayscale(3),
    new images.GaussianBlur(3),
    new images.RandomApply([new images.Lambda((x) => x)], 0.5),
    new images.RandomChoice([new images.Lambda((x) => x)]),
    new images.Resize(12),
    new images.CenterCrop(12),
    new images.ToTensor(),
    new images.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
    new images.RandomErasing({ p: 1 }),
  ];
  const made = new images.Compose(steps).apply(picture) as images.FloatImage;
  expect(made.shape).toEqual([3, 12, 12]);
});
