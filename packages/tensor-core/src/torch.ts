/**
 * PyTorch's random stream. A page that does not import it does not load it.
 *
 * @module
 */
export { TorchGenerator, type TorchGeneratorState } from './random/torch.js';
