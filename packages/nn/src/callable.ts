import { located } from './located.js';

/** What a {@link Callable} runs when it is called. */
interface Forward<Args extends unknown[], Out> {
  forward(...args: Args): Out;
}

/**
 * The class of objects that can be called: `new` gives a function whose methods and fields are those of the class.
 *
 * @internal
 */
export abstract class Callable<Args extends unknown[], Out> implements Forward<Args, Out> {
  constructor() {
    // An arrow function has no `prototype` of its own; without `name` and `length` it has no properties at all, so that
    // fields and getters of those names work.
    const self = ((...args: Args): Out => {
      try {
        return (self as unknown as Forward<Args, Out>).forward(...args);
      } catch (error) {
        throw located(error, self as never, args);
      }
    }) as object;
    Reflect.deleteProperty(self, 'name');
    Reflect.deleteProperty(self, 'length');
    // biome-ignore lint/correctness/noConstructorReturn: fields of subclasses must land on the function.
    return Object.setPrototypeOf(self, new.target.prototype);
  }

  abstract forward(...args: Args): Out;
}
