import {
  type Buffer,
  type FusedKernels,
  rowMajorStrides,
  sizeOf,
  type View,
  type Windows,
} from '@kindling/tensor-core/backend';
import { denseSource, type GpuBuffer, sourceOf, wholeOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import {
  convolution,
  convolutionInputGradient,
  convolutionWeightGradient,
  type Geometry,
} from '../kernels/convolution.js';
import { matmul } from '../kernels/matmul.js';
import type { Source } from '../kernels/program.js';
import {
  filtersOf,
  slides,
  slidingConvolution,
  slidingWeightGradient,
  TAPS,
  turnedFilters,
  turnedGeometry,
} from '../kernels/sliding.js';
import { fold, unfold, windowCount } from '../kernels/windows.js';
import { LONGEST_LOOP } from '../layout.js';
import { reduceRows } from '../passes.js';
import type { Host } from './host.js';
import { linears } from './linear.js';
import { Passing } from './passing.js';

type Four = readonly [number, number, number, number];
type Kernels = Pick<
  FusedKernels,
  'conv2d' | 'conv2dBackward' | 'conv2dInputGradient' | 'conv2dWeightGradient' | 'fold' | 'unfold'
>;

/** Threads that keep a device busy. */
const THREADS = 4096;

/** Windows with more elements than this are not laid out as columns, which would take too much memory. */
const MOST_COLUMNS = 2 ** 24;

/** Rows and columns exchanged. */
function turned(x: Source): Source {
  const exchange = (list: readonly number[]): number[] => [...list.slice(0, -2), list.at(-1)!, list.at(-2)!];
  return { ...x, shape: exchange(x.shape), strides: exchange(x.strides) };
}

/** What a convolution is made of, as matrices by image and group. */
class Matrices {
  private readonly n: number;
  /** Outputs of a group, elements of a window, windows. */
  private readonly sizes: readonly [og: number, inner: number, windows: number];

  constructor(private readonly geometry: Geometry) {
    const { images, results, windows, groups } = geometry;
    this.n = images[0];
    const inner = (images[1] / groups) * windows.kernel[0] * windows.kernel[1];
    this.sizes = [results[1] / groups, inner, results[2] * results[3]];
  }

  /** Whether columns of the windows would be too many elements. */
  get large(): boolean {
    return this.n * this.geometry.groups * this.sizes[1] * this.sizes[2] > MOST_COLUMNS;
  }

  /** The same weight for every image: [n, groups, og, inner]. */
  weight(from: Source): Source {
    const [og, inner] = this.sizes;
    const shape = [this.n, this.geometry.groups, og, inner];
    return { ...from, shape, strides: [0, og * inner, inner, 1] };
  }

  /** [n, groups, og, windows]. */
  results(from: Source): Source {
    const [og, , windows] = this.sizes;
    return { ...denseSource(from.texture, [this.n, this.geometry.groups, og, windows]), offset: from.offset };
  }

  /** [n, groups, inner, windows]. */
  columns(texture: Texture): Source {
    const [, inner, windows] = this.sizes;
    return denseSource(texture, [this.n, this.geometry.groups, inner, windows]);
  }
}

/** Convolutions as products of the weight with the windows, and their gradients. */
export function convolutions(host: Host): Kernels {
  const { device } = host;
  const finish = (passing: Passing, size: number, texture: Texture) => {
    passing.end();
    return host.wrap('float32', size, texture);
  };
  const kernels: Kernels = {
    unfold(x, windows) {
      const [n, c, h, w] = x.shape as Four;
      const inner = windows.kernel[0] * windows.kernel[1];
      const size = n * c * inner * windowCount(h, windows, 0) * windowCount(w, windows, 1);
      if (size === 0) return host.wrap(x.dtype, 0, null);
      const passing = new Passing(host);
      const texture = device.run(unfold(passing.rows(x), windows));
      passing.end();
      return host.wrap(x.dtype, size, texture);
    },
    fold(columns, shape, windows) {
      const size = sizeOf(shape);
      if (size === 0) return host.wrap(columns.dtype, 0, null);
      if (columns.count === 0) return host.fill(size, 0, columns.dtype);
      const passing = new Passing(host);
      const texture = device.run(fold(passing.rows(columns), shape, windows));
      passing.end();
      return host.wrap(columns.dtype, size, texture);
    },
    conv2d(x, weight, bias, windows, groups, activation) {
      const images = x.shape as Four;
      const counts = [windowCount(images[2], windows, 0), windowCount(images[3], windows, 1)] as const;
      const geometry: Geometry = { images, results: [images[0], weight.shape[0]!, ...counts], windows, groups };
      const size = sizeOf(geometry.results);
      if (size === 0) return host.wrap('float32', 0, null);
      const passing = new Passing(host);
      const [image, by, rowBias] = [passing.rows(x), passing.rows(weight), bias && sourceOf(bias)];
      if (slides(geometry, image)) {
        const [filter, apart] = filtersOf(by, geometry);
        return finish(
          passing,
          size,
          device.run(slidingConvolution(image, filter, apart, rowBias, geometry, activation)),
        );
      }
      const as = new Matrices(geometry);
      if (as.large) return finish(passing, size, device.run(convolution(image, by, rowBias, geometry, activation)));
      const columns = as.columns(passing.add(device.run(unfold(image, windows))));
      return finish(passing, size, device.run(matmul(as.weight(by), columns, { rowBias, activation })));
    },
    conv2dBackward(grad, x, weight, y, windows, groups, activation, wanted) {
      const made = activation === 'identity' ? null : linears(host).activationBackward(activation, grad, y);
      const g = made === null ? grad : { ...wholeOf(made), shape: grad.shape, strides: rowMajorStrides(grad.shape) };
      const image = wanted[0] ? kernels.conv2dInputGradient(g, weight, x.shape, windows, groups) : null;
      const others = wanted[1]
        ? weightGradients(g, x, windows, groups, wanted[2]!)
        : [null, wanted[2] ? biasGradient(g) : null];
      (made as GpuBuffer | null)?.release();
      return [image, ...others];
    },
    conv2dInputGradient(grad, weight, shape, windows, groups) {
      const geometry: Geometry = { images: shape as Four, results: grad.shape as Four, windows, groups };
      const size = sizeOf(shape);
      if (size === 0) return host.wrap('float32', 0, null);
      if (grad.count === 0) return host.fill(size, 0, 'float32');
      const passing = new Passing(host);
      const [above, by] = [passing.rows(grad), passing.rows(weight)];
      const mirrored = turnedGeometry(geometry);
      if (slides(mirrored, above)) {
        const [filter, apart] = turnedFilters(by, geometry);
        return finish(passing, size, device.run(slidingConvolution(above, filter, apart, null, mirrored, 'identity')));
      }
      const as = new Matrices(geometry);
      if (as.large) return finish(passing, size, device.run(convolutionInputGradient(above, by, geometry)));
      const columns = passing.add(device.run(matmul(turned(as.weight(by)), as.results(above))));
      return finish(passing, size, device.run(fold(denseSource(columns, []), shape, windows)));
    },
    conv2dWeightGradient: (grad, x, windows, groups) => weightGradients(grad, x, windows, groups, false)[0],
  };
  /** Of the weight, and of the bias where it is wanted. */
  const weightGradients = (
    grad: View,
    x: View,
    windows: Windows,
    groups: number,
    withBias: boolean,
  ): [weight: Buffer, bias: Buffer | null] => {
    const geometry: Geometry = { images: x.shape as Four, results: grad.shape as Four, windows, groups };
    const [n, o, rows] = geometry.results;
    const [kh, kw] = windows.kernel;
    const inner = (geometry.images[1] / groups) * kh * kw;
    const size = o * inner;
    const bias = () => (withBias ? biasGradient(grad) : null);
    if (size === 0) return [host.wrap('float32', 0, null), bias()];
    if (grad.count === 0) return [host.fill(size, 0, 'float32'), bias()];
    const passing = new Passing(host);
    const [above, image] = [passing.rows(grad), passing.rows(x)];
    const finished = (parts: Source, keep: number): Buffer =>
      host.wrap('float32', sizeOf(parts.shape.slice(0, keep)), reduceRows(device, 'sum', 'float32', parts, keep));
    if (kw <= TAPS && slides(geometry, above, image)) {
      const lines = size / kw;
      const bands = Math.max(1, Math.min(rows, Math.ceil(THREADS / (lines * n)), Math.floor(LONGEST_LOOP / n)));
      const texture = passing.add(device.run(slidingWeightGradient(above, image, geometry, bands)));
      const parts = n * bands;
      const of = (shape: number[], strides: number[], offset: number): Source => ({ texture, shape, strides, offset });
      const weight = finished(of([lines, kw, parts], [4, 1, lines * 4], 0), 2);
      // Each line of the weight has seen all of the gradient.
      const made = withBias ? finished(of([o, parts], [(lines / o) * 4, lines * 4], TAPS), 1) : null;
      passing.end();
      return [weight, made];
    }
    const as = new Matrices(geometry);
    let parts: Source;
    if (as.large) {
      const texture = passing.add(device.run(convolutionWeightGradient(above, image, geometry, rows)));
      parts = denseSource(texture, [size, n * rows]);
    } else {
      const columns = as.columns(passing.add(device.run(unfold(image, windows))));
      const texture = passing.add(device.run(matmul(as.results(above), turned(columns))));
      parts = { texture, shape: [size, n], strides: [1, size], offset: 0 };
    }
    const weight = finished(parts, 1);
    passing.end();
    return [weight, bias()];
  };
  const biasGradient = (grad: View): Buffer => {
    const [n, o, ...rest] = grad.shape as Four;
    if (grad.count === 0) return host.fill(o, 0, 'float32');
    const passing = new Passing(host);
    const windows = sizeOf(rest);
    const source = { ...passing.rows(grad), shape: [o, n, windows], strides: [windows, o * windows, 1] };
    return finish(passing, o, reduceRows(device, 'sum', 'float32', source, 1));
  };
  return kernels;
}
