import { wrong } from '@internal/arguments';

/** A function from one sample, or a part of one, to another. */
export type Transform<In, Out = In> = (value: In) => Out;

/**
 * One transform that applies several, the first one first, as torchvision's `Compose`.
 *
 * @example
 * ```ts
 * import { compose } from '@kindling/data';
 * const shout = compose<string>((s) => s.trim(), (s) => s.toUpperCase());
 * console.log(shout(' ahoy ')); // => AHOY
 * ```
 */
export function compose<T>(...transforms: Transform<T>[]): Transform<T> {
  for (const one of transforms)
    if (typeof one !== 'function') wrong(Error, 'compose', 'each transform', 'a function', one);
  return (value) => transforms.reduce((current, transform) => transform(current), value);
}
