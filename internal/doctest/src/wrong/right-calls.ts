import type { Example } from '../examples.js';
import { type Load, runExample } from '../run.js';

/** A call that an example makes, which is therefore right. */
export interface RightCall {
  /** `fit`, `new DataLoader`, `Table.from`, `Table.prototype.select`. */
  readonly label: string;
  readonly args: readonly unknown[];
  /** The same call with other arguments. */
  readonly again: (args: readonly unknown[]) => unknown;
}

type Untyped = (this: unknown, ...args: unknown[]) => unknown;

/** What is watched: the exports of a module, and whether a method of a class is public. */
export interface Watched {
  readonly exports: ReadonlyMap<string, unknown>;
  readonly isMethod: (owner: string, method: string) => boolean;
}

/**
 * Runs examples and keeps the first call of every export and public method.
 *
 * Functions and classes that the examples see are proxies, which `instanceof` takes for the class; methods are wrapped
 * where they are, and put back.
 */
export async function rightCalls(
  examples: readonly Example[],
  load: Load,
  { exports, isMethod }: Watched,
  before: () => void,
): Promise<Map<string, RightCall>> {
  const calls = new Map<string, RightCall>();
  const keep = (label: string, args: readonly unknown[], again: RightCall['again']): void => {
    const known = calls.get(label);
    if (known === undefined || known.args.length < args.length)
      calls.set(label, { label, args: args.map(copy), again });
  };
  const proxies = new Map<unknown, unknown>();
  for (const [name, value] of exports) if (typeof value === 'function') proxies.set(value, watch(name, value, keep));
  const restore = watchMethods(exports, isMethod, keep);
  try {
    for (const example of examples) {
      before();
      await runExample(example, async (specifier) => {
        const module = await load(specifier);
        return Object.fromEntries(Object.entries(module).map(([name, value]) => [name, proxies.get(value) ?? value]));
      });
    }
  } finally {
    restore();
  }
  return calls;
}

function watch(name: string, value: object, keep: (...call: [string, unknown[], RightCall['again']]) => void): unknown {
  const proxy: unknown = new Proxy(value as Untyped, {
    apply(target, self, args: unknown[]) {
      keep(name, args, (others) => Reflect.apply(target, self, others));
      return Reflect.apply(target, self, args);
    },
    construct(target, args: unknown[], newTarget) {
      if (newTarget !== proxy) return Reflect.construct(target, args, newTarget) as object;
      keep(`new ${name}`, args, (others) => Reflect.construct(target, others));
      return Reflect.construct(target, args) as object;
    },
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver === proxy ? target : receiver);
      if (typeof member !== 'function' || typeof key !== 'string' || !Object.hasOwn(target, key)) return member;
      return (...args: unknown[]) => {
        keep(`${name}.${key}`, args, (others) => Reflect.apply(member as Untyped, target, others));
        return Reflect.apply(member as Untyped, target, args);
      };
    },
  });
  return proxy;
}

function watchMethods(
  exports: ReadonlyMap<string, unknown>,
  isMethod: Watched['isMethod'],
  keep: (...call: [string, unknown[], RightCall['again']]) => void,
): () => void {
  const undo: (() => void)[] = [];
  for (const [name, value] of exports) {
    if (typeof value !== 'function' || !/^[A-Z]/.test(name)) continue;
    const prototype = (value as { prototype?: object }).prototype;
    for (const key of Object.getOwnPropertyNames(prototype ?? {})) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, key)!;
      const method: unknown = descriptor.value;
      if (typeof method !== 'function' || key === 'constructor' || !isMethod(name, key)) continue;
      const label = `${name}.prototype.${key}`;
      const watched = {
        [key](this: unknown, ...args: unknown[]): unknown {
          keep(label, args, (others) => Reflect.apply(method as Untyped, this, others));
          return Reflect.apply(method as Untyped, this, args);
        },
      }[key];
      Object.defineProperty(prototype, key, { ...descriptor, value: watched });
      undo.push(() => Object.defineProperty(prototype, key, descriptor));
    }
  }
  return () => {
    for (const one of undo) one();
  };
}

/** Arrays and plain objects as they are at the call. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  const plain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return plain ? { ...value } : value;
}
