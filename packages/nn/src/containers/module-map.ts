import { type AnyModule, Module } from '../module.js';

/** The modules that a container holds, in order, by name. */
export class ModuleMap<M extends AnyModule> {
  readonly #owner: string;
  readonly #names: string[] = [];
  /** The modules in order. */
  readonly values: M[] = [];

  constructor(owner: string, entries: Iterable<readonly [string, M]> = []) {
    this.#owner = owner;
    for (const [name, module] of entries) this.set(name, module);
  }

  /** Puts a module under a name, in the place of the one that had it. */
  set(name: string, module: M): void {
    if (!((module as unknown) instanceof Module)) {
      const got = Array.isArray(module) ? 'an array' : typeof module === 'object' ? 'another object' : String(module);
      throw new TypeError(`${this.#owner}: '${name}' must be a module, got ${got}`);
    }
    // Names become parts of paths such as `encoder.weight`.
    if (name === '' || name.includes('.')) {
      throw new TypeError(`${this.#owner}: a name must not be empty or contain a point: '${name}'`);
    }
    const at = this.#names.indexOf(name);
    if (at >= 0) {
      this.values[at] = module;
    } else {
      this.#names.push(name);
      this.values.push(module);
    }
  }

  get(name: string): M | undefined {
    const at = this.#names.indexOf(name);
    return at < 0 ? undefined : this.values[at];
  }

  delete(name: string): boolean {
    const at = this.#names.indexOf(name);
    if (at < 0) return false;
    this.#names.splice(at, 1);
    this.values.splice(at, 1);
    return true;
  }

  at(index: number): M {
    const found = this.values[this.position(index)];
    if (found === undefined) throw this.outOfRange(index);
    return found;
  }

  /** A position counted from the start. */
  position(index: number): number {
    return index < 0 ? index + this.values.length : index;
  }

  outOfRange(index: number): RangeError {
    return new RangeError(`${this.#owner}: there is no module ${index}, only ${this.values.length}`);
  }

  /** The lowest number that follows on the modules there are. */
  nextName(): string {
    let next = this.values.length;
    while (this.#names.includes(String(next))) next++;
    return String(next);
  }

  /** Puts a module before the one at a position, and gives all of them the names 0, 1, … anew. */
  insert(index: number, module: M): void {
    const at = this.position(index);
    if (!(at >= 0 && at <= this.values.length)) throw this.outOfRange(index);
    this.set(this.nextName(), module);
    this.values.splice(at, 0, ...this.values.splice(-1));
    for (let i = 0; i < this.#names.length; i++) this.#names[i] = String(i);
  }

  get names(): readonly string[] {
    return this.#names;
  }

  /** Names and modules in order. */
  entries(): [string, M][] {
    return this.values.map((module, i) => [this.#names[i]!, module]);
  }
}
