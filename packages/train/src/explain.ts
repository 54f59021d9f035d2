import type { AnyModule } from '@kindling/nn';
import { getRngState, setRngState, Tensor } from '@kindling/tensor-core';
import { TrainError } from './errors.js';
import type { Model } from './types.js';

/** A layer by the path to it. */
interface Layer {
  readonly path: string;
  readonly module: AnyModule;
}

/** An error of a model's forward run that says in which layer it was, and what helps. */
export function inLayer(where: string, model: Model, x: Tensor, error: unknown): TrainError {
  let found: Layer | null = null;
  watch(
    model,
    () => model(x),
    (layer, _, failed) => {
      if (failed) found ??= layer;
    },
  );
  const message = error instanceof Error ? error.message : String(error);
  const remedy =
    x.shape[0] === 1 && /more than (one|1) value/i.test(message)
      ? '. The batch has one row: with `dropLast: true` a last batch that is smaller than the others is left out.'
      : '';
  return new TrainError(`${where}${found === null ? '' : `, ${nameOf(found)}`}: ${message}${remedy}`, { cause: error });
}

/** Where a loss that is not finite comes from: the data, the weights, or the first operation that made such a number. */
export function originOf(model: Model, x: Tensor, y: Tensor, loss: Tensor): string {
  for (const [name, tensor] of [['x', x] as const, ['the target', y] as const]) {
    const at = notFinite(tensor);
    if (at >= 0)
      return `; ${name} holds ${tensor.dataSync()[at]} in row ${Math.floor(at / (tensor.numel() / tensor.shape[0]!))} of the batch`;
  }
  const broken = model.namedParameters().find(([, parameter]) => notFinite(parameter) >= 0);
  if (broken !== undefined) {
    return `; the weights ${broken[0]} are no longer finite: a step before was too large (a smaller learning rate or clipGradNorm helps)`;
  }
  const operation = firstOperation(loss);
  let layer: Layer | null = null;
  watch(
    model,
    () => model(x),
    (here, result) => {
      if (result instanceof Tensor && notFinite(result) >= 0) layer ??= here;
    },
  );
  const inside = layer === null ? ' behind the model' : ` in ${nameOf(layer)}`;
  return operation === null ? '' : `; the first operation with such a result is ${operation}${inside}`;
}

interface GraphNode {
  readonly id: number;
  readonly op: { readonly name: string };
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
}

/** The name of the operation that made the first number that is not finite. */
function firstOperation(loss: Tensor): string | null {
  const seen = new Set<GraphNode>();
  const waiting = [loss];
  for (let tensor = waiting.pop(); tensor !== undefined; tensor = waiting.pop()) {
    const node = Reflect.get(tensor, 'node') as GraphNode | null;
    if (node === null || node === undefined || seen.has(node)) continue;
    seen.add(node);
    waiting.push(...node.inputs);
  }
  const inOrder = [...seen].sort((a, b) => a.id - b.id);
  return inOrder.find(({ output }) => notFinite(output) >= 0)?.op.name ?? null;
}

/** Runs a model and tells of every layer that ends, the inner before the outer; random streams are as before afterwards. */
function watch(model: Model, run: () => unknown, tell: (layer: Layer, result: unknown, failed: boolean) => void): void {
  const stream = getRngState();
  const layers = model.namedModules().map(([path, module]) => ({ path, module }));
  for (const layer of layers) {
    const { module } = layer;
    const forward = module.forward as (...args: unknown[]) => unknown;
    Reflect.defineProperty(module, 'forward', {
      configurable: true,
      value: (...args: unknown[]) => {
        let result: unknown;
        try {
          result = Reflect.apply(forward, module, args);
        } catch (error) {
          tell(layer, undefined, true);
          throw error;
        }
        tell(layer, result, false);
        return result;
      },
    });
  }
  try {
    run();
  } catch {
    // That it fails is why it runs.
  } finally {
    for (const { module } of layers) Reflect.deleteProperty(module, 'forward');
    setRngState(stream);
  }
}

/** Where a tensor holds NaN or an infinity; -1 where it does not, or cannot be read at once. */
function notFinite(tensor: Tensor): number {
  if (tensor.backend.readSync === undefined) return -1;
  return tensor.dataSync().findIndex((value) => !Number.isFinite(value));
}

function nameOf({ path, module }: Layer): string {
  return path === '' ? `the model (${module.moduleName()})` : `layer ${path} (${module.moduleName()})`;
}
