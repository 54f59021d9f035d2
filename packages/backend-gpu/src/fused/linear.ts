import { type FusedKernels, sizeOf } from '@kindling/tensor-core/backend';
import { sourceOf, wholeOf } from '../buffer.js';
import { biasGradient, transposed } from '../kernels/linear.js';
import { map } from '../kernels/map.js';
import type { Source } from '../kernels/program.js';
import { multiply } from '../products.js';
import type { Host } from './host.js';

type Kernels = Pick<FusedKernels, 'activationBackward' | 'linear' | 'linearBackward'>;

/** Layers of weights, and the gradients of activations. */
export function linears(host: Host): Kernels {
  const { device } = host;
  return {
    linear(x, weight, bias, activation) {
      const [size, inner] = [x.shape[0]! * weight.shape[0]!, x.shape[1]!];
      if (size === 0) return host.wrap('float32', 0, null);
      // Elements without a texture cannot be read; a product with 0 is as good as none.
      const zero = inner === 0 ? sourceOf(wholeOf(host.fill(1, 0, 'float32'))) : null;
      const [a, b] = [x, weight].map((view) =>
        zero ? { ...zero, shape: [view.shape[0]!, 1], strides: [0, 0] } : sourceOf(view),
      );
      const texture = multiply(device, a!, transposed(b!), { bias: bias && sourceOf(bias), activation });
      return host.wrap('float32', size, texture);
    },
    linearBackward(grad, x, weight, y, activation, wanted) {
      const slopeOf = () => sourceOf(activation === 'identity' ? grad : y);
      const slope = (turn: (x: Source) => Source) =>
        activation === 'identity' ? {} : { slope: { of: activation, y: turn(slopeOf()) } };
      const same = (x: Source): Source => x;
      const gradients = [
        () => multiply(device, sourceOf(grad), sourceOf(weight), slope(same)),
        () => multiply(device, transposed(sourceOf(grad)), sourceOf(x), slope(transposed)),
        () => device.run(biasGradient(sourceOf(grad), slopeOf(), activation)),
      ];
      return [x.shape, weight.shape, [weight.shape[0]!]].map((shape, i) => {
        if (!wanted[i]) return null;
        const size = sizeOf(shape);
        // A sum of nothing, whose operands have no textures.
        if (size === 0 || grad.count === 0) return host.fill(size, 0, 'float32');
        return host.wrap('float32', size, gradients[i]!());
      });
    },
    activationBackward(activation, grad, y) {
      if (y.count === 0) return host.wrap('float32', 0, null);
      const call = map(`slope_${activation}`, y.shape, y.count, [sourceOf(grad), sourceOf(y)]);
      return host.wrap('float32', y.count, device.run(call));
    },
  };
}
