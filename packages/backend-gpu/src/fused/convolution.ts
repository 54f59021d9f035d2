import type { FusedKernels, Shape, View } from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import {
  convolution,
  convolutionInputGradient,
  convolutionWeightGradient,
  type Geometry,
} from '../kernels/convolution.js';
import { matmul } from '../kernels/matmul.js';
import type { Source } from '../kernels/program.js';
import { fold, unfold, windowCount } from '../kernels/windows.js';
import { reduceRows } from '../passes.js';
import type { Host } from './host.js';

type Four = readonly [number, number, number, number];
type Kernels = Pick<FusedKernels, 'conv2d' | 'conv2dInputGradient' | 'conv2dWeightGradient' | 'fold' | 'unfold'>;

/** Windows with more elements than this are not laid out as columns, which would take too much memory. */
const MOST_COLUMNS = 2 ** 24;

const product = (shape: Shape): number => shape.reduce((size, n) => size * n, 1);

/** Rows and columns exchanged. */
function turned(x: Source): Source {
  const exchange = (list: readonly number[]): number[] => [...list.slice(0, -2), list.at(-1)!, list.at(-2)!];
  return { ...x, shape: exchange(x.shape), strides: exchange(x.strides) };
}

/** Gives views as row-major sources, and back to the pool what was made on the way. */
class Passing {
  private readonly textures: Texture[] = [];

  constructor(private readonly host: Host) {}

  add(texture: Texture): Texture {
    this.textures.push(texture);
    return texture;
  }

  rows(view: View): Source {
    return view.dense ? sourceOf(view) : denseSource(this.add(this.host.copy(view)), view.shape);
  }

  end(): void {
    for (const texture of this.textures) this.host.device.pool.give(texture);
  }
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
  return {
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
      const size = product(shape);
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
      const size = product(geometry.results);
      if (size === 0) return host.wrap('float32', 0, null);
      const passing = new Passing(host);
      const [image, by, rowBias] = [passing.rows(x), passing.rows(weight), bias && sourceOf(bias)];
      const as = new Matrices(geometry);
      if (as.large) return finish(passing, size, device.run(convolution(image, by, rowBias, geometry, activation)));
      const columns = as.columns(passing.add(device.run(unfold(image, windows))));
      return finish(passing, size, device.run(matmul(as.weight(by), columns, { rowBias, activation })));
    },
    conv2dInputGradient(grad, weight, shape, windows, groups) {
      const geometry: Geometry = { images: shape as Four, results: grad.shape as Four, windows, groups };
      const size = product(shape);
      if (size === 0) return host.wrap('float32', 0, null);
      if (grad.count === 0) return host.fill(size, 0, 'float32');
      const passing = new Passing(host);
      const [above, by] = [passing.rows(grad), passing.rows(weight)];
      const as = new Matrices(geometry);
      if (as.large) return finish(passing, size, device.run(convolutionInputGradient(above, by, geometry)));
      const columns = passing.add(device.run(matmul(turned(as.weight(by)), as.results(above))));
      return finish(passing, size, device.run(fold(denseSource(columns, []), shape, windows)));
    },
    conv2dWeightGradient(grad, x, windows, groups) {
      const geometry: Geometry = { images: x.shape as Four, results: grad.shape as Four, windows, groups };
      const [n, o, rows] = geometry.results;
      const size = (o * geometry.images[1] * windows.kernel[0] * windows.kernel[1]) / groups;
      if (size === 0) return host.wrap('float32', 0, null);
      if (grad.count === 0) return host.fill(size, 0, 'float32');
      const passing = new Passing(host);
      const [above, image] = [passing.rows(grad), passing.rows(x)];
      const as = new Matrices(geometry);
      if (as.large) {
        const parts = passing.add(device.run(convolutionWeightGradient(above, image, geometry, rows)));
        const sum = reduceRows(device, 'sum', 'float32', denseSource(parts, [size, n * rows]), 1);
        return finish(passing, size, sum);
      }
      const columns = as.columns(passing.add(device.run(unfold(image, windows))));
      const parts = device.run(matmul(as.results(above), turned(columns)));
      if (n === 1) return finish(passing, size, parts);
      passing.add(parts);
      const source = { texture: parts, shape: [size, n], strides: [1, size], offset: 0 };
      return finish(passing, size, reduceRows(device, 'sum', 'float32', source, 1));
    },
  };
}
