import { describe } from '@internal/arguments';
import { Tensor } from '@kindling/tensor-core';
import type { AnyModule } from './module.js';

/** Where an error came from: the innermost module, and what the message was before it said so. */
const origins = new WeakMap<Error, readonly [module: AnyModule, message: string]>();

/** Remembers the module in which an error came up; the first to say so is the innermost. */
export function noteOrigin(error: unknown, module: AnyModule, args: readonly unknown[]): void {
  if (!(error instanceof Error) || origins.has(error)) return;
  // What the engine says of a value that is no tensor is about a property of it.
  const x = args[0];
  if (error.constructor === TypeError && /^(Cannot|undefined|null|.* is not )/.test(error.message) && !fits(x)) {
    error.message = `${module.moduleName()}: the input must be a tensor, not ${describe(x)}; ${error.message}`;
  }
  origins.set(error, [module, error.message]);
}

/** The error with the path of the layer in which it came up, below the module that was called. */
export function located(error: unknown, called: AnyModule, args: readonly unknown[]): unknown {
  noteOrigin(error, called, args);
  const origin = error instanceof Error ? origins.get(error) : undefined;
  if (origin === undefined || origin[0] === called) return error;
  const [module, message] = origin;
  const path = called.namedModules().find(([, other]) => other === module)?.[0];
  if (path !== undefined) (error as Error).message = `${message} (in the layer '${path}' of ${called.moduleName()})`;
  return error;
}

/** Whether a value may be what a module takes that takes no tensor. */
function fits(x: unknown): boolean {
  if (x instanceof Tensor) return true;
  if (typeof x !== 'object' || x === null) return false;
  return !Array.isArray(x) && !ArrayBuffer.isView(x);
}
