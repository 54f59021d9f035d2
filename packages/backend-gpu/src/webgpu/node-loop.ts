/**
 * Whether a Node process may end. The package `webgpu` asks for another turn of the event loop by `setImmediate` as long as a
 * device is open, so that a process would never end. Its turns are made not to count here: the process lives on while
 * something is read or anything else goes on, and ends after that.
 */

type Immediate = typeof globalThis.setImmediate;

let own: { before: Immediate; counting: Immediate } | null = null;
let readings = 0;
const open = new Set<() => void>();

/** Dawn's callbacks: native functions without a name, where those of programs have a text or are called `bound …`. */
const isNative = (call: unknown): boolean =>
  typeof call === 'function' &&
  call.name === '' &&
  Function.prototype.toString.call(call) === 'function () { [native code] }';

function releaseAll(): void {
  for (const release of [...open]) release();
}

/** Lets the process end though a device is open, and gives that back then; the result ends this. */
export function letEnd(release: () => void): () => void {
  if (open.size === 0) {
    const before = globalThis.setImmediate;
    const counting = ((call: () => void, ...rest: []) => {
      const made = before(call, ...rest);
      if (isNative(call)) made.unref();
      return made;
    }) as Immediate;
    // `util.promisify` finds its variant there.
    Object.defineProperties(counting, Object.getOwnPropertyDescriptors(before));
    globalThis.setImmediate = counting;
    own = { before, counting };
    process.on('beforeExit', releaseAll);
  }
  open.add(release);
  return () => {
    if (!open.delete(release) || open.size > 0 || own === null) return;
    process.off('beforeExit', releaseAll);
    // Another's, made since, stays.
    if (globalThis.setImmediate === own.counting) globalThis.setImmediate = own.before;
    own = null;
  };
}

/** Keeps the process, and its turns, going until a reading has ended. */
export async function untilRead<T>(reading: Promise<T>): Promise<T> {
  const turn = () => {
    if (readings > 0) own?.before(turn);
  };
  if (readings++ === 0) turn();
  try {
    return await reading;
  } finally {
    readings--;
  }
}
