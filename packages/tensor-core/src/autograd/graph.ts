import { wrong } from '@internal/arguments';
import { requireTensor } from '../checks.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';

/** One node of an {@link autogradGraph}: what `graphPlot` of @kindling/viz draws. */
export interface GraphNode {
  /** The operation, or what a tensor is called. */
  readonly name: string;
  /** The shape of what it gives. */
  readonly detail: string;
  /** `'leaf'` for a tensor that gathers a gradient, `'operation'` for all else. */
  readonly kind: 'operation' | 'leaf';
  /** The nodes it is made from, by their places in the list: all before its own. */
  readonly inputs: readonly number[];
}

/**
 * What a tensor was made from: the graph that `backward` walks, as a list in which each node comes after its inputs. Ask
 * before `backward`, which frees it.
 *
 * @param tensor - the result, such as a loss.
 * @param named - names for tensors in it, such as `model.namedParameters()`.
 * @throws AutogradError where an earlier backward freed the graph.
 * @example
 * ```ts
 * import { autogradGraph, tensor } from '@kindling/tensor-core';
 *
 * const w = tensor([2, 3], { requiresGrad: true });
 * console.log(autogradGraph(w.exp().sum(), [['w', w]]).map(({ name }) => name)); // => [ 'w', 'exp', 'sum' ]
 * ```
 */
export function autogradGraph(tensor: Tensor, named: Iterable<readonly [string, Tensor]> = []): GraphNode[] {
  requireTensor('autogradGraph', tensor);
  const names = new Map(pairsOf(named).map(([name, value]) => [value, name]));
  const places = new Map<object, number>();
  const nodes: GraphNode[] = [];
  // Without recursion, as a graph may be a hundred thousand operations deep.
  const waiting: { value: Tensor; entered: boolean }[] = [{ value: tensor, entered: false }];
  while (waiting.length > 0) {
    const top = waiting.at(-1)!;
    const { value } = top;
    const key = value.node ?? value;
    if (places.has(key)) {
      waiting.pop();
    } else if (value.node !== null && !top.entered) {
      top.entered = true;
      for (const input of [...value.node.inputs].reverse()) waiting.push({ value: input, entered: false });
    } else {
      waiting.pop();
      const inputs = value.node === null ? [] : value.node.inputs.map((input) => places.get(input.node ?? input)!);
      const leaf = value.node === null && value.requiresGrad;
      const name = value.node?.op.name ?? names.get(value) ?? (leaf ? 'parameter' : 'tensor');
      places.set(key, nodes.length);
      nodes.push({ name, detail: `[${value.shape.join(', ')}]`, kind: leaf ? 'leaf' : 'operation', inputs });
    }
  }
  return nodes;
}

/** The pairs as an array, whatever runs through them once. */
function pairsOf(named: Iterable<readonly [string, Tensor]>): (readonly [string, Tensor])[] {
  const wanted = 'pairs of a name and a Tensor, as namedParameters() gives';
  if (typeof named?.[Symbol.iterator] !== 'function' || typeof named === 'string') {
    wrong(ArgumentError, 'autogradGraph', 'the names', wanted, named);
  }
  const pairs = [...named];
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2) wrong(ArgumentError, 'autogradGraph', 'the names', wanted, pair);
    requireTensor('autogradGraph', pair[1], 'what is named');
  }
  return pairs;
}
