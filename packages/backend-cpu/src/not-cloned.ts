/**
 * A class whose objects `structuredClone` and `postMessage` refuse, in V8 with words, and so what refers to them: of a tensor
 * they would take the backend for a part, and name whatever function of it they meet first.
 */
export class NotCloned {
  constructor() {
    // Before the fields of subclasses, as properties are copied in the order in which they were made.
    Object.defineProperty(this, 'clone', {
      enumerable: true,
      // A symbol is what they cannot take either, and say so by its words. It may be read, as test runners do.
      value: Symbol.for('a Tensor cannot be cloned or posted: send its values, as of `await x.data()` or `x.toJSON()`'),
    });
  }

  /** Jest copies what it compares before it prints a difference; of a backend it gets nothing to copy. */
  get [Symbol.for('@jest/serializableProperties')](): string[] {
    return [];
  }
}
