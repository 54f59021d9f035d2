/**
 * An int32 sum or product that was taken in double, checked: PyTorch would go on in int64, and what wraps is wrong in silence.
 */
export function int32(name: string, value: number): number {
  if (value !== (value | 0)) {
    throw new RangeError(`${name}: ${value} is beyond int32; convert first, as with { dtype: 'float64' }`);
  }
  return value;
}
