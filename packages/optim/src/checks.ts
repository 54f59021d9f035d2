/** Throws where an option is below `least`, is not below `limit`, or is no number. */
export function checkRange(
  optimizer: string,
  what: string,
  value: number,
  least = 0,
  limit: number = Number.POSITIVE_INFINITY,
): void {
  if (typeof value === 'number' && value >= least && (value < limit || limit === Number.POSITIVE_INFINITY)) return;
  throw new RangeError(`${optimizer}: invalid ${what}: ${String(value)}`);
}

/** Throws where a learning rate, epsilon, pair of betas or weight decay is out of range. */
export function checkAdam(
  optimizer: string,
  options: { lr: number; betas: readonly [number, number]; eps: number; weightDecay: number },
): void {
  checkRange(optimizer, 'learning rate (lr)', options.lr);
  checkRange(optimizer, 'epsilon value (eps)', options.eps);
  checkRange(optimizer, 'beta parameter at index 0', options.betas[0], 0, 1);
  checkRange(optimizer, 'beta parameter at index 1', options.betas[1], 0, 1);
  checkRange(optimizer, 'weightDecay value', options.weightDecay);
}
