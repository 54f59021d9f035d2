/** The functions that all formats know, with their numbers. */
export type ActivationStep =
  | {
      readonly op:
        | 'relu'
        | 'tanh'
        | 'sigmoid'
        | 'silu'
        | 'gelu'
        | 'geluTanh'
        | 'selu'
        | 'softplus'
        | 'softsign'
        | 'hardsigmoid'
        | 'hardswish'
        | 'mish'
        | 'logSigmoid';
    }
  | { readonly op: 'leakyRelu' | 'elu'; readonly alpha: number }
  | { readonly op: 'clip'; readonly min: number; readonly max: number };

/** `x @ weight.T + bias`; the weight is [outputs, inputs]. */
export interface LinearStep {
  readonly op: 'linear';
  readonly inputs: number;
  readonly outputs: number;
  readonly weight: Float32Array;
  readonly bias: Float32Array | null;
}

/** Batch normalisation with what training measured, over dimension 1. */
export interface BatchNormStep {
  readonly op: 'batchNorm';
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly eps: number;
}

/** Layer normalisation over the last dimensions. */
export interface LayerNormStep {
  readonly op: 'layerNorm';
  readonly shape: readonly number[];
  readonly scale: Float32Array;
  readonly shift: Float32Array | null;
  readonly eps: number;
}

/** A convolution of images. */
export interface Conv2dStep {
  readonly op: 'conv2d';
  readonly weight: Float32Array;
  readonly shape: readonly number[];
  readonly bias: Float32Array | null;
  readonly stride: readonly [number, number];
  /** Top, left, bottom, right. */
  readonly padding: readonly [number, number, number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
}

/** The largest or the mean of windows of images. */
export interface PoolStep {
  readonly op: 'maxPool2d' | 'avgPool2d';
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly ceil: boolean;
  readonly countPadding: boolean;
}

/** One thing that a network does to its input, with its weights. */
export type Step =
  | ActivationStep
  | LinearStep
  | BatchNormStep
  | LayerNormStep
  | Conv2dStep
  | PoolStep
  | { readonly op: 'globalMean' }
  | { readonly op: 'flatten' }
  | { readonly op: 'softmax' | 'logSoftmax'; readonly dim: number };
