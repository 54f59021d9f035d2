/** For each fold, 1 for the points that it holds out: every so manieth of each class, so that the folds are alike. */
export function foldsOf(labels: ArrayLike<number>, folds: number): Uint8Array[] {
  const seen = [0, 0];
  const own = Array.from(labels, (label) => seen[label]!++ % folds);
  return Array.from({ length: folds }, (_, fold) => Uint8Array.from(own, (one) => (one === fold ? 1 : 0)));
}
