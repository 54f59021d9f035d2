import { checkChoice, checkOptions } from '@internal/arguments';
import { ArgumentError, pad as padConstant, type Tensor } from '@kindling/tensor-core';
import { requireWholes } from '@kindling/tensor-core/internal';
import { type PaddingMode, padWith } from './pad-mode.js';

/** What {@link pad} puts around a tensor. */
export interface PadOptions {
  /**
   * `'constant'` (default): one value; `'reflect'`: the mirror image; `'replicate'`: the edge; `'circular'`: the other end.
   */
  mode?: 'constant' | Exclude<PaddingMode, 'zeros'>;
  /** The value of the mode `'constant'`; default 0. */
  value?: number;
}

/**
 * A copy with something around it: `torch.nn.functional.pad`.
 *
 * @param padding - how much before and after, in pairs from the last dimension on; negative amounts cut off.
 * @param options - a value, or `{ mode, value }`.
 * @throws `ShapeError` for an odd number of amounts, more pairs than dimensions, or cuts larger than the tensor;
 * `ArgumentError` for another mode, a value where the mode takes none, or more to reflect or repeat than there is.
 * @example
 * ```ts
 * import * as functional from '@kindling/nn/functional';
 * import { tensor } from '@kindling/tensor-core';
 * const x = tensor([1, 2, 3]);
 * console.log(functional.pad(x, [2, 1], { mode: 'reflect' }).tolist()); // => [ 3, 2, 1, 2, 3, 2 ]
 * console.log(functional.pad(x, [0, 1], { value: 9 }).tolist()); // => [ 1, 2, 3, 9 ]
 * ```
 */
export function pad(x: Tensor, padding: readonly number[], options: number | PadOptions = {}): Tensor {
  const given: PadOptions = typeof options === 'number' ? { value: options } : options;
  requireWholes('pad', 'the padding', padding);
  checkOptions(ArgumentError, 'pad', given, { mode: 1, value: 1 });
  const { mode = 'constant', value = 0 } = given;
  checkChoice(ArgumentError, 'pad', 'mode', mode, ['constant', 'reflect', 'replicate', 'circular']);
  if (mode === 'constant') return padConstant(x, padding, value);
  if (given.value !== undefined) throw new ArgumentError(`pad: the mode '${mode}' takes no value`);
  // Checks the amounts, and is what is left where some are cut off.
  const left = padConstant(
    x,
    padding.map((amount) => Math.min(amount, 0)),
  );
  // Reflections see what was cut off; of what goes round nothing is left of it.
  const round = mode === 'circular';
  const amounts = round ? padding.map((amount) => Math.max(amount, 0)) : padding;
  const pairs = Array.from({ length: padding.length / 2 }, (_, i) => [amounts[2 * i]!, amounts[2 * i + 1]!] as const);
  return padWith('pad', round ? left : x, mode, pairs);
}
