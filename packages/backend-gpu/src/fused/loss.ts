import type { FusedKernels } from '@kindling/tensor-core/backend';
import { denseSource, sourceOf } from '../buffer.js';
import { FEW_LOSSES, fewLosses } from '../kernels/loss.js';
import { map } from '../kernels/map.js';
import { reduceRows } from '../passes.js';
import type { Host } from './host.js';

/** Losses, and their gradients by the input. */
export function losses(host: Host): Pick<FusedKernels, 'loss' | 'lossBackward'> {
  const { device } = host;
  return {
    loss(kind, x, target, reduction) {
      const { count, shape } = x;
      const factor = reduction === 'mean' ? 1 / count : 1;
      if (count === 0) {
        return reduction === 'none'
          ? host.wrap('float32', 0, null)
          : host.fill(1, reduction === 'mean' ? Number.NaN : 0, 'float32');
      }
      const operands = [sourceOf(x), sourceOf(target)] as const;
      if (reduction !== 'none' && count <= FEW_LOSSES) {
        return host.wrap('float32', 1, device.run(fewLosses(kind, ...operands, factor)));
      }
      const each = device.run(map(`loss_${kind}`, shape, count, operands));
      if (reduction === 'none') return host.wrap('float32', count, each);
      const total = reduceRows(device, 'sum', 'float32', denseSource(each, [count]), 0);
      device.pool.give(each);
      if (reduction === 'sum') return host.wrap('float32', 1, total);
      const mean = device.run(map('op_mul', [], 1, [denseSource(total, []), factor]));
      device.pool.give(total);
      return host.wrap('float32', 1, mean);
    },
    lossBackward(kind, grad, x, target, reduction) {
      const { count, shape } = x;
      if (count === 0) return host.wrap('float32', 0, null);
      const from = sourceOf(grad);
      const g = reduction === 'none' ? from : { ...from, shape, strides: shape.map(() => 0) };
      const operands = [g, sourceOf(x), sourceOf(target), reduction === 'mean' ? 1 / count : 1];
      return host.wrap('float32', count, device.run(map(`lossSlope_${kind}`, shape, count, operands)));
    },
  };
}
