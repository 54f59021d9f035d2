import type * as nn from '@kindling/nn';
import type { Tensor } from '@kindling/tensor-core';
import { describe, test } from 'vitest';
import { expectSame } from '../numbers/ledger.js';
import { create, type Dtype, expectClose, type Packed, section, title, unpack } from './values.js';

/** A loss of an input and a target. */
interface LossCase {
  readonly name: string;
  readonly options: object;
  readonly repr: string;
  readonly input: Packed;
  readonly target: Packed;
  /** Whether the target is classes. */
  readonly classes: boolean;
  readonly factor: Packed;
  readonly runs: Readonly<
    Record<Dtype, { readonly output: Packed; readonly input: Packed; readonly target: Packed | null }>
  >;
}

/** Tests losses: how they are printed, what they give, and their gradients. */
export function testLosses(cases: readonly LossCase[]): void {
  describe.each(cases.map((c) => ({ ...c, title: title(c.name, c.options) })))('$title', (c) => {
    const make = (dtype: Dtype): nn.Module<Tensor[]> => {
      const options: Record<string, unknown> = { ...c.options };
      for (const key of ['weight', 'posWeight']) {
        if (key in options) options[key] = unpack(options[key] as Packed, dtype);
      }
      return create(c.name, [options]);
    };

    test('is printed as by PyTorch', () => {
      expectSame(section, 'modules printed, as text', [String(make('float32'))], [c.repr]);
    });

    test.each(['float32', 'float64'] as const)('loss and gradients in %s', (dtype) => {
      const run = c.runs[dtype];
      const x = unpack(c.input, dtype).requiresGrad_();
      const follow = run.target !== null;
      const target = unpack(c.target, c.classes ? 'int32' : dtype).requiresGrad_(follow);
      const y = make(dtype)(x, target);
      expectClose('losses', y.detach(), run.output, dtype, 'loss');
      y.mul(unpack(c.factor, dtype)).sum().backward();
      expectClose('losses', x.grad, run.input, dtype, 'gradient of the input');
      expectClose('losses', target.grad, run.target, dtype, 'gradient of the target');
    });
  });
}
