import { checkChoice } from '@internal/arguments';
import { checkSize } from '../checks.js';
import { pairs } from '../describe.js';
import type { PaddingMode } from '../functional/pad-mode.js';
import type { Parameter } from '../parameter.js';

/** What the layers of convolutions say of themselves. */
export interface ConvolutionLike {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[] | 'same' | 'valid';
  readonly outputPadding?: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly paddingMode?: PaddingMode;
  readonly bias: Parameter | null;
}

/** Checks how many channels there are, and that groups divide them. */
export function checkChannels(layer: string, inChannels: number, outChannels: number, groups: number): void {
  checkSize(layer, 'groups', groups, 1);
  checkSize(layer, 'the number of input channels', inChannels, 1);
  checkSize(layer, 'the number of output channels', outChannels, 1);
  if (inChannels % groups !== 0 || outChannels % groups !== 0) {
    throw new RangeError(`${layer}: ${groups} groups do not divide ${inChannels} and ${outChannels} channels`);
  }
}

/** Checks what is around the input of a layer. */
export function checkPaddingMode(layer: string, mode: PaddingMode): void {
  checkChoice(RangeError, layer, 'the padding mode', mode, ['zeros', 'reflect', 'replicate', 'circular']);
}

/** A convolution as PyTorch prints it. */
export function describeConvolution(layer: ConvolutionLike): string {
  const { inChannels, outChannels, kernelSize, stride, padding, outputPadding = [], dilation, groups } = layer;
  const only = (values: readonly number[], usual: number): boolean => values.every((value) => value === usual);
  const { paddingMode = 'zeros', bias } = layer;
  const options = pairs({
    kernel_size: kernelSize,
    stride,
    ...(!(typeof padding === 'object' && only(padding, 0)) && { padding }),
    ...(!only(dilation, 1) && { dilation }),
    ...(!only(outputPadding, 0) && { output_padding: outputPadding }),
    ...(groups !== 1 && { groups }),
    ...(bias === null && { bias: 'False' }),
    ...(paddingMode !== 'zeros' && { padding_mode: paddingMode }),
  });
  return `${inChannels}, ${outChannels}, ${options}`;
}
