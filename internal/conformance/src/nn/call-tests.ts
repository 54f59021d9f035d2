import type * as nn from '@kindling/nn';
import * as F from '@kindling/nn/functional';
import { manualSeed, type Tensor } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, test } from 'vitest';
import { expectSame } from '../numbers/ledger.js';
import { create, type Dtype, expectClose, type Packed, section, title, unpack } from './values.js';

/** A module, or a function, of several tensors. */
interface CallCase {
  readonly of: string;
  readonly name: string;
  /** What a constructor, or the function behind its tensors, is called with. */
  readonly args: readonly unknown[];
  readonly inputs: readonly (Packed & { readonly int: boolean })[];
  readonly factor: Packed;
  readonly repr?: string;
  readonly state?: object;
  readonly runs: Readonly<Record<Dtype, CallRun>>;
}

interface CallRun {
  readonly outputs: readonly Packed[];
  readonly gradients: readonly (Packed | null)[];
  readonly parameters: object;
}

type Result = Tensor | { readonly values: Tensor; readonly indices: Tensor };

/** Tests calls: how modules are printed, what they begin with, all outputs, and the gradients of the first. */
export function testCalls(cases: readonly CallCase[]): void {
  describe.each(cases.map((c) => ({ ...c, title: title(c.name, c.args) })))('$title', (c) => {
    /** Packed tensors among the options. */
    const args = (dtype: Dtype): unknown[] =>
      c.args.map((arg) => {
        const weight = (arg as { weight?: Packed } | null)?.weight;
        return weight === undefined ? arg : { ...(arg as object), weight: unpack(weight, dtype) };
      });

    test.each(['float32', 'float64'] as const)('outputs and gradients in %s', (dtype) => {
      const run = c.runs[dtype];
      const inputs = c.inputs.map((x) => unpack(x, x.int ? 'int32' : dtype).requiresGrad_(!x.int));
      let result: Result;
      let module: nn.Module<Tensor[]> | undefined;
      if (c.of === 'module') {
        manualSeed(5, { engine: TorchGenerator });
        module = create(c.name, args(dtype));
        expectSame(section, 'modules printed, as text', [String(module)], [c.repr!]);
        for (const [key, value] of Object.entries(c.state as Record<string, Packed>)) {
          expectSame(
            section,
            'initial values',
            module.stateDict()[key]!.dataSync(),
            value.values.map(Number).map(Math.fround),
          );
        }
        if (dtype === 'float64') module.double();
        result = module(...inputs);
      } else {
        const run = Reflect.get(F, c.name) as (...args: unknown[]) => Result;
        result = run(...inputs, ...args(dtype));
      }
      const outputs = 'indices' in result ? [result.values, result.indices] : [result as Tensor];
      expect(outputs).toHaveLength(run.outputs.length);
      outputs.forEach((y, i) => {
        expectClose('calls', y.detach().to(dtype), run.outputs[i]!, dtype, `output ${i}`);
      });
      outputs[0]!.mul(unpack(c.factor, dtype)).sum().backward();
      inputs.forEach((x, i) => {
        expectClose('calls', x.grad, run.gradients[i]!, dtype, `gradient of input ${i}`);
      });
      for (const [key, parameter] of module?.namedParameters() ?? []) {
        const expected = (run.parameters as Record<string, Packed>)[key]!;
        expectClose('calls', parameter.grad, expected, dtype, `gradient of ${key}`);
      }
    });
  });
}
