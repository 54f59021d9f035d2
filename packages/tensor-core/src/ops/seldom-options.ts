import type { withAlpha } from './alpha.js';
import type { divWith } from './div-whole.js';

interface SeldomOptions {
  /** The options of `div`. */
  readonly div: typeof divWith;
  /** Those of `add` and `sub`. */
  readonly alpha: typeof withAlpha;
}

let given: SeldomOptions | undefined;

/** @internal What `methods/seldom.ts` calls when it is loaded: usual operations get the options that few programs give. */
export function provideOptions(options: SeldomOptions): void {
  given = options;
}

/** @internal The operations with options, for the one of that name. */
export function seldomOptions(name: string): SeldomOptions {
  if (given === undefined) {
    throw new TypeError(
      `${name}: bundlers leave its options out of a page; import '@kindling/tensor-core/methods' once`,
    );
  }
  return given;
}
