/** Checks a size that a layer is made with. */
export function checkSize(layer: string, name: string, value: number, least = 0): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${layer}: ${name} must be a whole number from ${least}, not ${value}`);
  }
}

/** Checks a number that is a part of a whole. */
export function checkPart(owner: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${owner}: ${name} must lie between 0 and 1, not ${value}`);
}
