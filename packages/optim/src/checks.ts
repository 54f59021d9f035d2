import { describe } from '@internal/arguments';

/** How PyTorch calls an option that is out of range; the others are "NAME value". */
const labels: Readonly<Record<string, string>> = {
  lr: 'learning rate (lr)',
  eps: 'epsilon value (eps)',
};

/** Throws where an option is below 0 or no number, or does not fit for another reason. */
export function checkRange(optimizer: string, what: string, value: number, fits = true): void {
  if (Number.isFinite(value) && value >= 0 && fits) return;
  throw new RangeError(`${optimizer}: invalid ${what}: ${describe(value)}`);
}

/** Throws where one of the options named is below 0 or no number. */
export function checkNotNegative<K extends string>(
  optimizer: string,
  options: Readonly<Record<K, number>>,
  ...keys: readonly K[]
): void {
  for (const key of keys) checkRange(optimizer, labels[key] ?? `${key} value`, options[key]);
}

/** Throws where a learning rate, epsilon, pair of betas or weight decay is out of range. */
export function checkAdam(
  optimizer: string,
  options: { lr: number; betas: readonly [number, number]; eps: number; weightDecay: number },
): void {
  checkNotNegative(optimizer, options, 'lr', 'eps', 'weightDecay');
  for (const i of [0, 1] as const)
    checkRange(optimizer, `beta parameter at index ${i}`, options.betas[i], options.betas[i] < 1);
}
