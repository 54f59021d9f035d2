/**
 * A number with a given count of decimals, an exact tie going to the even digit as Python prints it (`0.625` is `0.62`;
 * JavaScript's own `toFixed` says `0.63`), so that reports are equal letter by letter.
 */
export function fixed(value: number, digits: number): string {
  // 25 digits more show any float64 that is not a tie to be none.
  const exact = value.toFixed(digits + 25);
  const kept = exact.slice(0, -25);
  const tie = exact.slice(-25) === `5${'0'.repeat(24)}`;
  const even = '02468'.includes(kept.replace(/\.$/, '').at(-1)!);
  return tie && even ? kept.replace(/\.$/, '') : value.toFixed(digits);
}
