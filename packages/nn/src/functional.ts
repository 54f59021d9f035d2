/**
 * Layers and losses as plain functions, as `torch.nn.functional`; `import * as F` from here reads as it does in PyTorch.
 *
 * @module
 */
export {
  type Conv2dOptions,
  conv2d,
  elu,
  fold,
  type GeluOptions,
  gelu,
  leakyRelu,
  logSoftmax,
  type NumberOrPair,
  oneHot,
  relu,
  type SoftplusOptions,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
  unfold,
  type WindowOptions,
} from '@kindling/tensor-core';
export {
  type AdaptiveMaxPool2dOptions,
  adaptiveAvgPool2d,
  adaptiveMaxPool2d,
  type OutputSize,
} from './functional/adaptive-pool2d.js';
export { alphaDropout } from './functional/alpha-dropout.js';
export { type AvgPool2dOptions, avgPool2d } from './functional/avg-pool2d.js';
export { type BatchNormOptions, batchNorm } from './functional/batch-norm.js';
export { bilinear } from './functional/bilinear.js';
export { type BinaryCrossEntropyOptions, binaryCrossEntropy } from './functional/binary-cross-entropy.js';
export {
  type BinaryCrossEntropyWithLogitsOptions,
  binaryCrossEntropyWithLogits,
} from './functional/binary-cross-entropy-with-logits.js';
export { celu } from './functional/celu.js';
export { type ConvTranspose2dOptions, convTranspose2d } from './functional/conv-transpose2d.js';
export { type Conv1dOptions, conv1d } from './functional/conv1d.js';
export { type CosineEmbeddingLossOptions, cosineEmbeddingLoss } from './functional/cosine-embedding-loss.js';
export { type CosineSimilarityOptions, cosineSimilarity } from './functional/cosine-similarity.js';
export { type CrossEntropyOptions, crossEntropy } from './functional/cross-entropy.js';
export { type DropoutOptions, dropout } from './functional/dropout.js';
export { dropout2d } from './functional/dropout2d.js';
export { type EmbeddingOptions, embedding } from './functional/embedding.js';
export { glu } from './functional/glu.js';
export { type GroupNormOptions, groupNorm } from './functional/group-norm.js';
export { hardshrink } from './functional/hardshrink.js';
export { hardsigmoid } from './functional/hardsigmoid.js';
export { hardswish } from './functional/hardswish.js';
export { hardtanh } from './functional/hardtanh.js';
export { type HingeEmbeddingLossOptions, hingeEmbeddingLoss } from './functional/hinge-embedding-loss.js';
export { type HuberLossOptions, huberLoss } from './functional/huber-loss.js';
export { type InstanceNormOptions, instanceNorm } from './functional/instance-norm.js';
export { type InterpolateOptions, interpolate } from './functional/interpolate.js';
export { type KLDivOptions, klDiv } from './functional/kl-div.js';
export { l1Loss } from './functional/l1-loss.js';
export { type LayerNormOptions, layerNorm } from './functional/layer-norm.js';
export { type LinearOptions, linear } from './functional/linear.js';
export { logSigmoid } from './functional/log-sigmoid.js';
export { type MarginRankingLossOptions, marginRankingLoss } from './functional/margin-ranking-loss.js';
export { type MaxPool2dOptions, maxPool2d } from './functional/max-pool2d.js';
export { mish } from './functional/mish.js';
export { mseLoss } from './functional/mse-loss.js';
export { type MultiMarginLossOptions, multiMarginLoss } from './functional/multi-margin-loss.js';
export { type NLLLossOptions, nllLoss } from './functional/nll-loss.js';
export { type NormalizeOptions, normalize } from './functional/normalize-vectors.js';
export { type PadOptions, pad } from './functional/pad.js';
export type { PaddingMode } from './functional/pad-mode.js';
export { type PairwiseDistanceOptions, pairwiseDistance } from './functional/pairwise-distance.js';
export { type AvgPool1dOptions, avgPool1d, type MaxPool1dOptions, maxPool1d } from './functional/pool1d.js';
export { prelu } from './functional/prelu.js';
export { relu6 } from './functional/relu6.js';
export { selu } from './functional/selu.js';
export { type SigmoidFocalLossOptions, sigmoidFocalLoss } from './functional/sigmoid-focal-loss.js';
export { type SmoothL1LossOptions, smoothL1Loss } from './functional/smooth-l1-loss.js';
export { softMarginLoss } from './functional/soft-margin-loss.js';
export { softmin } from './functional/softmin.js';
export { softshrink } from './functional/softshrink.js';
export { softsign } from './functional/softsign.js';
export { tanhshrink } from './functional/tanhshrink.js';
export { threshold } from './functional/threshold.js';
export { type TripletMarginLossOptions, tripletMarginLoss } from './functional/triplet-margin-loss.js';
