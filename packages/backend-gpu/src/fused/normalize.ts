import type { Buffer, FusedKernels, Normalization, View } from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import type { Texture } from '../gpu-js.js';
import {
  gradientSums,
  gradientSumsWithin,
  joinMoments,
  type Moments,
  momentsOfChunks,
  normalized,
  normalizedGradient,
} from '../kernels/normalize.js';
import type { Call, Source } from '../kernels/program.js';
import { chunksOf } from '../layout.js';
import { reduceRows } from '../passes.js';
import type { Host } from './host.js';
import { Passing } from './passing.js';

/** Normalisation of groups by their own mean and variance, and its gradients. */
export function normalizations(host: Host): Pick<FusedKernels, 'normalize' | 'normalizeBackward'> {
  const { device } = host;

  const momentsOf = (x: Source, how: Normalization): Moments => {
    const size = how.outer * how.inner;
    const chunks = chunksOf(size);
    const single = chunks.count === 1;
    const two = (call: Call): Moments => {
      const [mean, variance] = device.runAll(call) as [Texture, Texture];
      return { mean, variance };
    };
    const parts = two(momentsOfChunks(x, how, chunks, single ? size : 1));
    if (single) return parts;
    const joined = two(joinMoments(parts, how.groups, size, chunks));
    for (const texture of [parts.mean, parts.variance]) device.pool.give(texture);
    return joined;
  };

  /** Both sums of each of `rows`, which were made in chunks. */
  const totals = (call: Call, rows: number, count: number): { sum: Texture; along: Texture } => {
    const parts = device.runAll(call);
    const [sum, along] = (
      count === 1
        ? parts
        : parts.map((part) => reduceRows(device, 'sum', 'float32', denseSource(part, [rows, count]), 1))
    ) as [Texture, Texture];
    if (count > 1) for (const part of parts) device.pool.give(part);
    return { sum, along };
  };

  const optional = (view: View | null | undefined): Source | null => (view ? sourceOf(view) : null);

  return {
    normalize(x, weight, bias, how) {
      const { groups } = how;
      if (x.count === 0) {
        const none = (): Buffer => host.fill(groups, Number.NaN, 'float32');
        return { y: host.wrap('float32', 0, null), mean: none(), variance: none() };
      }
      const passing = new Passing(host);
      const source = passing.rows(x);
      const moments = momentsOf(source, how);
      const y = device.run(normalized(source, moments, optional(weight), optional(bias), how));
      passing.end();
      return {
        y: host.wrap('float32', x.count, y),
        mean: host.wrap('float32', groups, moments.mean),
        variance: host.wrap('float32', groups, moments.variance),
      };
    },
    normalizeBackward(grad, x, weight, how, [ofX, ofWeight, ofBias]) {
      const { outer, groups, inner, perGroup } = how;
      const places = perGroup ? groups : inner;
      if (x.count === 0) {
        const none = (wanted: boolean | undefined): Buffer | null => (wanted ? host.fill(places, 0, 'float32') : null);
        return [ofX ? host.wrap('float32', 0, null) : null, none(ofWeight), none(ofBias)];
      }
      const passing = new Passing(host);
      const [above, source, factor] = [passing.rows(grad), passing.rows(x), optional(weight)];
      const moments = momentsOf(source, how);
      passing.add(moments.mean);
      passing.add(moments.variance);
      let dx: Buffer | null = null;
      let sums: { sum: Texture; along: Texture } | null = null;
      if (ofX || perGroup) {
        const chunks = chunksOf(outer * inner);
        sums = totals(gradientSums(above, source, moments, factor, how, chunks), groups, chunks.count);
        if (ofX) {
          const made = device.run(normalizedGradient(above, source, moments, sums, factor, how));
          dx = host.wrap('float32', x.count, made);
        }
      }
      if (!perGroup) {
        if (sums !== null) for (const texture of [sums.sum, sums.along]) passing.add(texture);
        sums = null;
        if (ofWeight || ofBias) {
          const chunks = chunksOf(outer * groups);
          sums = totals(gradientSumsWithin(above, source, moments, how, chunks), inner, chunks.count);
        }
      }
      const own = (texture: Texture | undefined, wanted: boolean | undefined): Buffer | null => {
        if (texture !== undefined && wanted) return host.wrap('float32', places, texture);
        if (texture !== undefined) passing.add(texture);
        return null;
      };
      const others = [own(sums?.along, ofWeight), own(sums?.sum, ofBias)];
      passing.end();
      return [dx, ...others];
    },
  };
}
