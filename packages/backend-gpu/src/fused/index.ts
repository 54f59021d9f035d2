import type { FusedKernels } from '@kindling/tensor-core/backend';
import { convolutions } from './convolution.js';
import type { Host } from './host.js';
import { linears } from './linear.js';
import { losses } from './loss.js';
import { normalizations } from './normalize.js';
import { optimizers } from './optimizers.js';
import { pools } from './pool.js';
import { softmaxes } from './softmax.js';

/** The fused kernels of a backend. */
export function fusedKernels(host: Host): Partial<FusedKernels> {
  return {
    ...linears(host),
    ...softmaxes(host),
    ...losses(host),
    ...convolutions(host),
    ...pools(host),
    ...normalizations(host),
    ...optimizers(host),
  };
}
