import { located } from './located.js';

/** What a {@link Callable} runs when it is called. */
interface Forward<Args extends unknown[], Out> {
  forward(...args: Args): Out;
}

/** A method whose parameters are names alone: a default, or what takes the rest, is not counted in `length`. */
const named = /^\w*\([\w, ]*\)(?!.*arguments)/s;

/**
 * The class of objects that can be called: `new` gives a function whose methods and fields are those of the class.
 *
 * @internal
 */
export abstract class Callable<Args extends unknown[], Out> implements Forward<Args, Out> {
  constructor(...none: []) {
    // A class without a constructor hands on what it is given: `new ReLU(true)`.
    if (none.length > 0) throw new TypeError(`${new.target.name}: takes no arguments`);
    // An arrow function has no `prototype` of its own; without `name` and `length` it has no properties at all, so that
    // fields and getters of those names work.
    const self = ((...args: Args): Out => {
      try {
        const module = self as unknown as Forward<Args, Out>;
        const { forward } = module;
        if (!forward) throw new TypeError(`${module.constructor.name}: it has no forward`);
        // It would be dropped in silence.
        if (args.length > forward.length && named.test(String(forward)))
          throw new TypeError(
            `${module.constructor.name}: forward takes ${forward.length} arguments, not ${args.length}`,
          );
        return module.forward(...args);
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
