/**
 * L-BFGS; `torch.optim.LBFGS`. A page that does not import it does not load it.
 *
 * @module
 */
export { LBFGS, type LBFGSOptions } from './lbfgs/lbfgs.js';
