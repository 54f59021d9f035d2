import { requireDType, requireTensor, requireWhole } from '../checks.js';
import { arange } from '../create/arange.js';
import { ArgumentError } from '../errors.js';
import { readNow } from '../read.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { eq } from './eq.js';
import { unsqueeze } from './squeeze.js';

/**
 * Classes as rows that hold 1 at the class and 0 elsewhere: `torch.nn.functional.one_hot`.
 *
 * @param classes - int32, from 0; any shape.
 * @param numClasses - the length of the rows; default the largest class + 1, which has to be read.
 * @returns int32, of the shape of `classes` with one dimension more.
 * @throws `DTypeError` when the classes are not int32; `ArgumentError` for a class below 0 or not below `numClasses`.
 * @example
 * ```ts
 * import { oneHot, tensor } from '@kindling/tensor-core';
 * console.log(oneHot(tensor([1, 0], { dtype: 'int32' }), 3).tolist()); // => [ [ 0, 1, 0 ], [ 1, 0, 0 ] ]
 * ```
 */
export function oneHot(classes: Tensor, numClasses?: number): Tensor {
  requireTensor('oneHot', classes, 'the classes');
  requireDType('oneHot', 'classes', classes, 'int32');
  if (numClasses !== undefined) requireWhole('oneHot', 'numClasses', numClasses, 1);
  const values = (numClasses === undefined ? readNow('oneHot', classes) : classes.backend.readSync?.(classes)) as
    | Int32Array
    | undefined;
  const count = numClasses ?? values!.reduce((largest, value) => Math.max(largest, value), -1) + 1;
  const bad = values?.find((value) => value < 0 || value >= count);
  if (bad !== undefined) throw new ArgumentError(`oneHot: class ${bad} is not between 0 and ${count - 1}`);
  return cast(eq(unsqueeze(classes, -1), arange(count, { backend: classes.backend })), 'int32');
}
