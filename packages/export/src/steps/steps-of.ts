import * as nn from '@kindling/nn';
import { ArgumentError, type NumberOrPair, type Tensor } from '@kindling/tensor-core';
import type { PoolStep, Step } from './step.js';

type Read = (layer: never) => Step | null | Promise<Step>;

/** What each layer does in evaluation mode; `null`: nothing. */
const layers = new Map<unknown, Read>();

function layer<L>(kind: abstract new (...args: never[]) => L, read: (layer: L) => Step | null | Promise<Step>): void {
  layers.set(kind, read as Read);
}

/** Fills the table at its first use: importing does nothing. */
function table(): Map<unknown, Read> {
  if (layers.size > 0) return layers;
  layer(nn.Linear, async ({ weight, bias, inFeatures, outFeatures }) => ({
    op: 'linear',
    inputs: inFeatures,
    outputs: outFeatures,
    weight: await floats(weight),
    bias: await floatsOrNone(bias),
  }));
  layer(nn.BatchNorm1d, batchNorm);
  layer(nn.BatchNorm2d, batchNorm);
  layer(nn.LayerNorm, async ({ weight, bias, normalizedShape, eps }) => ({
    op: 'layerNorm',
    shape: normalizedShape,
    scale: (await floatsOrNone(weight)) ?? new Float32Array(normalizedShape.reduce((a, b) => a * b, 1)).fill(1),
    shift: await floatsOrNone(bias),
    eps,
  }));
  layer(nn.Conv2d, convolution);
  layer(nn.MaxPool2d, ({ kernelSize, options }) => {
    if (options.returnIndices) throw new ArgumentError('export: a MaxPool2d that returns indices has no counterpart');
    const { stride, padding, dilation, ceilMode } = options;
    return pool('maxPool2d', { kernelSize, stride, padding, dilation, ceilMode, countPadding: false });
  });
  layer(nn.AvgPool2d, ({ kernelSize, options }) => {
    const { stride, padding, ceilMode, countIncludePad, divisorOverride } = options;
    if (divisorOverride !== null && divisorOverride !== undefined)
      throw new ArgumentError('export: an AvgPool2d with a divisor of its own has no counterpart');
    return pool('avgPool2d', { kernelSize, stride, padding, dilation: 1, ceilMode, countPadding: countIncludePad });
  });
  layer(nn.AdaptiveAvgPool2d, ({ outputSize }) => {
    if ([outputSize].flat().some((size) => size !== 1))
      throw new ArgumentError('export: AdaptiveAvgPool2d is known with an output of 1 x 1 only');
    return { op: 'globalMean' };
  });
  layer(nn.Flatten, ({ startDim, endDim }) => {
    if (startDim !== 1 || endDim !== -1)
      throw new ArgumentError('export: Flatten is known from dimension 1 to the last only');
    return { op: 'flatten' };
  });
  layer(nn.Softmax, ({ dim }) => ({ op: 'softmax', dim }));
  layer(nn.LogSoftmax, ({ dim }) => ({ op: 'logSoftmax', dim }));
  layer(nn.ReLU, () => ({ op: 'relu' }));
  layer(nn.ReLU6, () => ({ op: 'clip', min: 0, max: 6 }));
  layer(nn.Hardtanh, ({ min, max }) => ({ op: 'clip', min, max }));
  layer(nn.Tanh, () => ({ op: 'tanh' }));
  layer(nn.Sigmoid, () => ({ op: 'sigmoid' }));
  layer(nn.LogSigmoid, () => ({ op: 'logSigmoid' }));
  layer(nn.SiLU, () => ({ op: 'silu' }));
  layer(nn.GELU, ({ approximate }) => ({ op: approximate === 'tanh' ? 'geluTanh' : 'gelu' }));
  layer(nn.SELU, () => ({ op: 'selu' }));
  layer(nn.Softsign, () => ({ op: 'softsign' }));
  layer(nn.Hardsigmoid, () => ({ op: 'hardsigmoid' }));
  layer(nn.Hardswish, () => ({ op: 'hardswish' }));
  layer(nn.Mish, () => ({ op: 'mish' }));
  layer(nn.LeakyReLU, ({ negativeSlope }) => ({ op: 'leakyRelu', alpha: negativeSlope }));
  layer(nn.ELU, ({ alpha }) => ({ op: 'elu', alpha }));
  layer(nn.Softplus, ({ beta }) => {
    if (beta !== 1) throw new ArgumentError(`export: Softplus is known with beta 1 only, not ${beta}`);
    return { op: 'softplus' };
  });
  for (const kind of [nn.Dropout, nn.Dropout2d, nn.AlphaDropout, nn.Identity]) layer(kind, () => null);
  return layers;
}

/**
 * What a network of known layers does, one thing after the other, as in evaluation mode.
 *
 * @throws `ArgumentError` that names the first layer that is not known.
 */
export async function stepsOf(where: string, module: nn.AnyModule, path = ''): Promise<Step[]> {
  if ((module.constructor as unknown) === nn.Sequential) {
    const steps: Step[] = [];
    for (const [name, child] of module.ownModules())
      steps.push(...(await stepsOf(where, child, path === '' ? name : `${path}.${name}`)));
    return steps;
  }
  const read = table().get(module.constructor);
  if (read === undefined) {
    const place = path === '' ? '' : ` (${path})`;
    throw new ArgumentError(
      `${where}: ${module.moduleName()}${place} cannot be exported; it takes Sequential of ${[...table().keys()].map((kind) => (kind as { name: string }).name).join(', ')}`,
    );
  }
  const step = await read(module as never);
  return step === null ? [] : [step];
}

async function floats(tensor: Tensor): Promise<Float32Array> {
  return Float32Array.from((await tensor.detach().data()) as ArrayLike<number>);
}

async function floatsOrNone(tensor: Tensor | null): Promise<Float32Array | null> {
  return tensor === null ? null : floats(tensor);
}

async function batchNorm(layer: nn.BatchNorm1d | nn.BatchNorm2d): Promise<Step> {
  const { weight, bias, runningMean, runningVar, eps, numFeatures } = layer;
  if (runningMean === null || runningVar === null)
    throw new ArgumentError('export: a batch norm that keeps no running mean needs whole batches to say anything');
  return {
    op: 'batchNorm',
    scale: (await floatsOrNone(weight)) ?? new Float32Array(numFeatures).fill(1),
    shift: (await floatsOrNone(bias)) ?? new Float32Array(numFeatures),
    mean: await floats(runningMean),
    variance: await floats(runningVar),
    eps,
  };
}

async function convolution(layer: nn.Conv2d): Promise<Step> {
  const { weight, bias, kernelSize, stride, padding, dilation, groups, paddingMode } = layer;
  if (paddingMode !== 'zeros') throw new ArgumentError(`export: Conv2d is known with zeros around, not ${paddingMode}`);
  let around: [number, number, number, number] = [0, 0, 0, 0];
  if (padding === 'same') {
    // Where the padding is odd, the larger half comes last.
    const [h, w] = [0, 1].map((d) => dilation[d]! * (kernelSize[d]! - 1)) as [number, number];
    around = [Math.floor(h / 2), Math.floor(w / 2), Math.ceil(h / 2), Math.ceil(w / 2)];
  } else if (padding !== 'valid') around = [padding[0], padding[1], padding[0], padding[1]];
  return {
    op: 'conv2d',
    weight: await floats(weight),
    shape: weight.shape,
    bias: await floatsOrNone(bias),
    stride,
    padding: around,
    dilation,
    groups,
  };
}

interface PoolOptions {
  readonly kernelSize: NumberOrPair;
  readonly stride: NumberOrPair;
  readonly padding: NumberOrPair;
  readonly dilation: NumberOrPair;
  readonly ceilMode: boolean;
  readonly countPadding: boolean;
}

function pool(op: PoolStep['op'], options: PoolOptions): PoolStep {
  const { kernelSize, stride, padding, dilation, ceilMode, countPadding } = options;
  return {
    op,
    kernel: pair(kernelSize),
    stride: pair(stride),
    padding: pair(padding),
    dilation: pair(dilation),
    ceil: ceilMode,
    countPadding,
  };
}

function pair(value: NumberOrPair): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}
