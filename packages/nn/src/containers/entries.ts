import { clean, describe, wrong } from '@internal/arguments';
import { type AnyModule, Module } from '../module.js';

/** A module that a container may hold under a name: it and the name are checked. */
export function checkEntry<M extends AnyModule>(owner: string, name: string, module: M): M {
  if (typeof name !== 'string') wrong(TypeError, owner, 'the name', 'a string', name);
  if (!((module as unknown) instanceof Module)) {
    wrong(TypeError, owner, `'${name}'`, 'a module', module);
  }
  // Names become parts of paths such as `encoder.weight`.
  if (name === '' || name.includes('.')) {
    throw new TypeError(`${owner}: a name must not be empty or contain a point: '${name}'`);
  }
  return module;
}

/** A position in a list, counted from the end where negative; throws where there is nothing. */
export function positionOf(owner: string, entries: readonly unknown[], index: number): number {
  if (!Number.isInteger(index)) wrong(TypeError, owner, 'the position', 'a whole number', index);
  const at = index < 0 ? index + entries.length : index;
  if (entries[at] === undefined) throw new RangeError(`${owner}: there is no entry ${index}, only ${entries.length}`);
  return at;
}

/** What is said where no module has a name. */
export function noSuchName(owner: string, name: unknown, names: readonly string[]): string {
  const asked = typeof name === 'string' ? `'${clean(name)}'` : describe(name);
  return `${owner}: there is no module ${asked}, only ${clean(names.join(', ')) || 'none'}`;
}
