/** A time with three digits in the unit that suits it. */
export function duration(ms: number): string {
  if (ms < 1e-3) return `${(ms * 1e6).toPrecision(3)} ns`;
  if (ms < 0.9995) return `${digits(ms * 1e3)} µs`;
  if (ms < 999.5) return `${digits(ms)} ms`;
  return `${digits(ms / 1e3)} s`;
}

/** A ratio with two or three digits and a sign that says what it is. */
export function times(ratio: number): string {
  return `${ratio >= 99.5 ? Math.round(ratio).toLocaleString('en') : ratio.toPrecision(ratio < 0.995 ? 2 : 3)}×`;
}

function digits(value: number): string {
  return value >= 99.95 ? String(Math.round(value)) : value.toPrecision(3);
}
