/** Elements on which kernels differ, by the name of the aspect under which they are tested. */
export const special: Readonly<Record<string, readonly number[]>> = {
  NaN: [Number.NaN],
  infinities: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  'signed zeros': [0, -0],
  denormals: [1e-40, -1e-40, 1.4e-45],
  huge: [3e38, -3e38, 1e20, -1e20, 88.9, -103.5],
};

/** What stands around the special elements. */
const usual = [1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 3.5, 0.3];

/** The special elements at several places among usual ones, so many that vectors and what is left of them meet them. */
export function among(values: readonly number[]): number[] {
  const result = [...values, ...usual, ...values.toReversed(), ...usual.slice(0, 5), ...values, ...usual];
  return [...result, ...usual.slice(0, (39 - (result.length % 39)) % 39), ...values];
}

/** All pairs of special and usual elements: the first of each, and the second. */
export function pairs(values: readonly number[]): { first: number[]; second: number[] } {
  const all = [...values, 1, -1, 2, -2.5, 0.5, 0];
  return { first: all.flatMap((x) => all.map(() => x)), second: all.flatMap(() => all) };
}

/** Rows of equal length with special elements at the start, in the middle, at the end, at several places and everywhere. */
export function rows(values: readonly number[]): { values: number[]; shape: readonly [number, number] } {
  const length = 11;
  const all = values.flatMap((value) => {
    const at = (...places: number[]): number[] =>
      Array.from({ length }, (_, i) => (places.includes(i) ? value : usual[i % usual.length]!));
    return [at(0), at(5), at(10), at(2, 7), new Array<number>(length).fill(value)];
  });
  if (values.length > 1) all.push(Array.from({ length }, (_, i) => values[i % values.length]!));
  return { values: all.flat(), shape: [all.length, length] };
}
