import { grad } from '../../autograd/backward.js';
import type { Activation, Windows } from '../../backend.js';
import { cat } from '../../ops/cat.js';
import { flatten } from '../../ops/flatten.js';
import { matmul } from '../../ops/matmul.js';
import { stack } from '../../ops/stack.js';
import { windowCounts } from '../../ops/windows.js';
import { type Shape, sizeOf } from '../../shape.js';
import { type Tensor, wrap } from '../../tensor.js';
import { type FusedCall, result, slopes } from './fused-call.js';

type WindowKernel = 'unfold' | 'fold' | 'conv2d' | 'conv2dBackward' | 'conv2dInputGradient' | 'conv2dWeightGradient';

/** The windows of images, put together from shifted slices of the padded images. */
function columnsOf(x: Tensor, { kernel, stride, padding, dilation }: Windows): Tensor {
  const padded = x.pad([padding[1], padding[1], padding[0], padding[0]]);
  const last = [0, 1].map((d) => padded.shape[d + 2]! - dilation[d]! * (kernel[d]! - 1));
  const parts: Tensor[] = [];
  for (let i = 0; i < kernel[0]; i++) {
    for (let j = 0; j < kernel[1]; j++) {
      const [y, z] = [i * dilation[0], j * dilation[1]];
      const part = padded.slice(2, y, y + last[0]!, stride[0]).slice(3, z, z + last[1]!, stride[1]);
      parts.push(flatten(part, 2));
    }
  }
  return flatten(stack(parts, 2), 1, 2);
}

/** Which of the gradients of images, filters and bias are asked for together: of one convolution after the other other ones. */
const wantedOnes = [
  [true, true, true],
  [false, true, true],
  [true, false, true],
  [true, true, false],
] as const;

interface Convolution extends Partial<Windows> {
  readonly image: Shape;
  readonly weight: Shape;
  readonly groups?: number;
  readonly bias?: boolean;
  readonly activation?: Activation;
}

/** What one convolution, the `index`-th, asks of each of its kernels. */
function convolution(
  { image, weight, groups = 1, bias = true, activation = 'identity', ...rest }: Convolution,
  index: number,
) {
  const wanted = wantedOnes[index % wantedOnes.length]!;
  const kernel = weight.slice(2) as [number, number];
  const windows: Windows = { kernel, stride: [1, 1], padding: [0, 0], dilation: [1, 1], ...rest };
  const [n, c] = image as readonly [number, number];
  const o = weight[0]!;
  const counts = windowCounts('', image, windows);
  const output = [n, o, ...counts];
  const columns = [n, c * kernel[0] * kernel[1], counts[0]! * counts[1]!];
  const label = `[${image}] with [${weight}] by ${windows.stride} padded ${windows.padding} dilated ${windows.dilation}`;
  // Mostly positive, so that long sums cancel little, of which float32 would not keep enough digits.
  const x = { shape: image, range: [0, 1] as const };
  const w = { shape: weight, range: [-0.1, 0.4] as const };
  const g = { shape: output, range: [-0.2, 1] as const };
  const product = (images: Tensor, filters: Tensor): Tensor => {
    const size = o / groups;
    const parts = images
      .split(c / groups, 1)
      .map((part, i) => matmul(flatten(filters.narrow(0, i * size, size), 1), columnsOf(part, windows)));
    return cat(parts, 1).reshape(output);
  };
  const derivative = (run: (a: Tensor) => Tensor, at: Tensor, incoming: Tensor): readonly Tensor[] => {
    const leaf = at.detach().requiresGrad_();
    return [grad(run(leaf), leaf, { gradOutputs: [incoming] })[0]!];
  };
  const zerosOf = (like: Tensor, shape: Shape): Tensor => wrap(like.backend.fill(sizeOf(shape), 0, like.dtype), shape);
  const calls: { readonly [Name in WindowKernel]: FusedCall } = {
    unfold: {
      label,
      inputs: [x],
      fused: (kernels, [a]) => result(kernels.unfold(a!, windows), columns),
      composed: ([a]) => [columnsOf(a!, windows)],
    },
    fold: {
      label,
      inputs: [{ shape: columns }],
      fused: (kernels, [a]) => result(kernels.fold(a!, image, windows), image),
      composed: ([a]) => derivative((images) => columnsOf(images, windows), zerosOf(a!, image), a!),
    },
    conv2d: {
      label: `${label}, ${groups} groups, ${activation}${bias ? '' : ', no bias'}`,
      inputs: [x, w, ...(bias ? [{ shape: [o] }] : [])],
      fused: (kernels, [a, b, c]) => result(kernels.conv2d(a!, b!, c ?? null, windows, groups, activation), output),
      composed([a, b, c]) {
        const y = product(a!, b!);
        const sums = c === undefined ? y : y.add(c.reshape([o, 1, 1]));
        return [activation === 'identity' ? sums : sums[activation]()];
      },
    },
    conv2dBackward: {
      label: `${label}, ${groups} groups, ${activation}, of ${['x', 'weight', 'bias'].filter((_, i) => wanted[i])}`,
      inputs: [g, x, w, { shape: output, range: activation === 'relu' ? [-1, 1] : [0.05, 0.95] }],
      fused(kernels, [a, b, c, y]) {
        const shapes = [image, weight, [o]];
        const buffers = kernels.conv2dBackward(a!, b!, c!, y!, windows, groups, activation, wanted);
        return buffers.flatMap((buffer, i) => (buffer === null ? [] : wrap(buffer, shapes[i]!)));
      },
      composed([a, b, c, y]) {
        const before = a!.mul(slopes[activation](y!));
        const [ofX] = derivative((images) => product(images, c!), zerosOf(before, image), before);
        const [ofWeight] = derivative((filters) => product(b!, filters), zerosOf(before, weight), before);
        return [ofX!, ofWeight!, flatten(before, 2).sum(2).sum(0)].filter((_, i) => wanted[i]);
      },
    },
    conv2dInputGradient: {
      label: `${label}, ${groups} groups`,
      inputs: [g, w],
      fused: (kernels, [a, b]) => result(kernels.conv2dInputGradient(a!, b!, image, windows, groups), image),
      composed: ([a, b]) => derivative((images) => product(images, b!), zerosOf(a!, image), a!),
    },
    conv2dWeightGradient: {
      label: `${label}, ${groups} groups`,
      inputs: [g, x],
      fused: (kernels, [a, b]) => result(kernels.conv2dWeightGradient(a!, b!, windows, groups), weight),
      composed: ([a, b]) => derivative((filters) => product(b!, filters), zerosOf(a!, weight), a!),
    },
  };
  return calls;
}

const convolutions = (
  [
    { image: [1, 1, 1, 1], weight: [1, 1, 1, 1] },
    { image: [2, 3, 5, 4], weight: [4, 3, 1, 1], activation: 'tanh' },
    { image: [2, 1, 9, 9], weight: [8, 1, 3, 3], padding: [1, 1], activation: 'relu' },
    { image: [3, 4, 8, 7], weight: [6, 2, 3, 2], groups: 2, stride: [2, 3], padding: [2, 0], bias: false },
    { image: [2, 3, 9, 8], weight: [3, 1, 2, 3], groups: 3, dilation: [3, 2], padding: [0, 3] },
    { image: [0, 2, 4, 4], weight: [3, 2, 3, 3] },
    { image: [1, 2, 6, 6], weight: [3, 2, 6, 6], activation: 'sigmoid' },
    { image: [2, 2, 3, 2], weight: [2, 2, 3, 4], padding: [20, 30], stride: [7, 2] },
    // More than fits into a block of windows, and more images than into a chunk.
    { image: [2, 14, 24, 24], weight: [9, 14, 3, 3], padding: [1, 1] },
    { image: [1, 14, 24, 48], weight: [9, 14, 3, 3], padding: [1, 1], stride: [1, 2], bias: false },
    { image: [6, 1, 8, 8], weight: [300, 1, 2, 2] },
    // Rows of whole fours, by windows that move by one.
    { image: [2, 4, 6, 8], weight: [6, 2, 3, 3], groups: 2, padding: [1, 1], activation: 'sigmoid' },
    { image: [3, 2, 5, 12], weight: [3, 2, 5, 5], padding: [2, 2], activation: 'relu' },
    { image: [2, 2, 5, 8], weight: [3, 2, 2, 5], padding: [0, 4], bias: false },
    { image: [1, 3, 4, 4], weight: [2, 3, 3, 1], padding: [3, 0] },
  ] satisfies Convolution[]
).map(convolution);

/** What the kernels of windows and convolutions have to agree with. */
export const windowKernels: { readonly [Name in WindowKernel]: readonly FusedCall[] } = {
  unfold: convolutions.map((one) => one.unfold),
  fold: convolutions.map((one) => one.fold),
  conv2d: convolutions.map((one) => one.conv2d),
  conv2dBackward: convolutions.map((one) => one.conv2dBackward),
  conv2dInputGradient: convolutions.map((one) => one.conv2dInputGradient),
  conv2dWeightGradient: convolutions.map((one) => one.conv2dWeightGradient),
};
