import type * as nn from '@kindling/nn';
import { manualSeed, rand, type Tensor } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, test } from 'vitest';
import { expectSame } from '../numbers/ledger.js';
import { create, expectClose, type Packed, section, title, unpack } from './values.js';

/** A layer on one input after the other. */
interface LayerCase {
  readonly name: string;
  readonly args: readonly unknown[];
  readonly seed: number;
  readonly train: boolean;
  readonly repr: string;
  /** What its stream gives after it was made. */
  readonly after: readonly number[];
  readonly state: object;
  readonly inputs: readonly Packed[];
  readonly factors: readonly Packed[];
  readonly runs: Readonly<Record<'float32' | 'float64', LayerRun>>;
}

interface LayerRun {
  readonly outputs: readonly Packed[];
  readonly gradients: readonly object[];
  readonly buffers: object;
  readonly evaluated: Packed;
}

/** PyTorch has one sixth in float32 here, also for float64. */
const singleInside = new Set(['Hardsigmoid']);

/** Tests layers: how they are printed, what they begin with, outputs, gradients, and what they keep. */
export function testLayers(cases: readonly LayerCase[]): void {
  describe.each(cases.map((c) => ({ ...c, title: title(c.name, c.args) })))('$title', (c) => {
    const fresh = (): nn.Module<Tensor[]> => {
      manualSeed(c.seed, { engine: TorchGenerator });
      return create(c.name, c.args);
    };
    const state = c.state as unknown as Record<string, Packed>;

    test('is printed as by PyTorch', () => {
      expectSame(section, 'modules printed, as text', [String(fresh())], [c.repr]);
    });

    test('starts from PyTorch’s values and leaves the stream where it does', () => {
      const made = fresh();
      expect([...rand(3).dataSync()]).toEqual(c.after.map(Math.fround));
      const own = made.stateDict();
      expect(Object.keys(own)).toEqual(Object.keys(state));
      for (const [key, value] of Object.entries(own)) {
        expect(value.shape).toEqual(state[key]!.shape);
        const got = [...value.dataSync()];
        const wanted = state[key]!.values.map(Number);
        // Normal draws are within a rounding; everything else is equal bit for bit.
        if (c.name === 'Embedding') expectClose('normal initial values', value, state[key]!, 'float32', key);
        else expectSame(section, 'initial values', got, wanted.map(Math.fround));
      }
    });

    test.each(['float32', 'float64'] as const)('outputs and gradients in %s', (dtype) => {
      const run = c.runs[dtype];
      const made = fresh();
      made.loadStateDict(
        Object.fromEntries(
          Object.entries(state).map(([key, value]) => [
            key,
            unpack(value, key.endsWith('num_batches_tracked') ? 'int32' : 'float64'),
          ]),
        ),
      );
      if (dtype === 'float64') made.double();
      made.train(c.train);
      manualSeed(c.seed + 2000, { engine: TorchGenerator });
      const index = c.name === 'Embedding';
      const inputs = c.inputs.map((x) => unpack(x, index ? 'int32' : dtype).requiresGrad_(!index));
      inputs.forEach((x, i) => {
        made.zeroGrad();
        const y = made(x);
        expectClose('layers', y.detach(), run.outputs[i]!, dtype, `output ${i}`);
        y.mul(unpack(c.factors[i]!, dtype)).sum().backward();
        const { input, ...gradients } = run.gradients[i]! as Record<string, Packed | null>;
        const [single, looser] = singleInside.has(c.name) ? [`gradient of ${c.name}`, 1e-7] : ['layers'];
        expectClose(single!, x.grad, input!, dtype, `gradient of input ${i}`, looser);
        for (const [key, parameter] of made.namedParameters()) {
          expectClose('layers', parameter.grad, gradients[key]!, dtype, `gradient of ${key}`);
        }
      });
      for (const [key, buffer] of made.namedBuffers()) {
        expectClose('layers', buffer.to(dtype), (run.buffers as Record<string, Packed>)[key]!, dtype, key);
      }
      expectClose('layers', made.eval()(inputs.at(-1)!.detach()), run.evaluated, dtype, 'output in evaluation');
    });
  });
}
