import { wrong } from '@internal/arguments';
import { ArgumentError, Tensor } from '@kindling/tensor-core';

/** What a model gives, which is nothing where `forward` lacks its `return`, and a promise where it is `async`. */
export function checkOutput(where: string, output: Tensor): Tensor {
  if (!(output instanceof Tensor)) wrong(ArgumentError, where, "what the model's forward returns", 'a tensor', output);
  return output;
}
