/** Made-up data for the gallery: the same on every machine, with no library of random numbers. */

/** A stream of numbers in [0, 1) from a linear congruential generator (Numerical Recipes' constants). */
export function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A number around 0 with a spread of about 1: the sum of twelve uniform ones. */
export function bell(next: () => number): number {
  let total = -6;
  for (let i = 0; i < 12; i++) total += next();
  return total;
}

/** Two rings, the inner one of class 1. */
export function circles(n: number, noise: number, seed: number): { points: [number, number][]; labels: number[] } {
  const next = stream(seed);
  const labels = Array.from({ length: n }, (_, i) => i % 2);
  const points = labels.map((label, i): [number, number] => {
    const angle = (2 * Math.PI * i) / n;
    const radius = label === 1 ? 0.8 : 1;
    return [radius * Math.cos(angle) + noise * bell(next), radius * Math.sin(angle) + noise * bell(next)];
  });
  return { points, labels };
}

/** Two clouds. */
export function blobs(n: number, distance: number, seed: number): { points: [number, number][]; labels: number[] } {
  const next = stream(seed);
  const labels = Array.from({ length: n }, (_, i) => i % 2);
  const points = labels.map((label): [number, number] => [
    bell(next) + distance * label,
    bell(next) + distance * (1 - label),
  ]);
  return { points, labels };
}

/** Labels and scores of a model that is right with a certain skill. */
export function scores(n: number, skill: number, seed: number): { labels: number[]; probabilities: number[] } {
  const next = stream(seed);
  const labels = Array.from({ length: n }, () => Number(next() < 0.45));
  const probabilities = labels.map((label) => 1 / (1 + Math.exp(-(skill * (2 * label - 1) + 1.3 * bell(next)))));
  return { labels, probabilities };
}

/** A ROC curve, worked out the slow way. */
export function roc({ labels, probabilities }: { labels: number[]; probabilities: number[] }): {
  fpr: number[];
  tpr: number[];
} {
  const order = labels.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const [fpr, tpr] = [[0], [0]];
  const positives = labels.filter((label) => label === 1).length;
  for (const i of order) {
    fpr.push(fpr.at(-1)! + (labels[i] === 0 ? 1 / (labels.length - positives) : 0));
    tpr.push(tpr.at(-1)! + (labels[i] === 1 ? 1 / positives : 0));
  }
  return { fpr: fpr.map((rate) => Math.min(1, rate)), tpr: tpr.map((rate) => Math.min(1, rate)) };
}

/** Falling losses with noise. */
export function losses(epochs: number, from: number, to: number, speed: number, seed: number): number[] {
  const next = stream(seed);
  return Array.from({ length: epochs }, (_, i) => to + (from - to) * Math.exp(-speed * i) * (1 + 0.04 * bell(next)));
}

/** Precision, recall and F1 at each of some thresholds. */
export function measuresAt(
  { labels, probabilities }: { labels: number[]; probabilities: number[] },
  thresholds: readonly number[],
): { precision: number[]; recall: number[]; F1: number[]; fpr: number[] } {
  const rows = thresholds.map((threshold) => {
    const taken = labels.filter((_, i) => probabilities[i]! >= threshold);
    const hits = taken.filter((label) => label === 1).length;
    const positives = labels.filter((label) => label === 1).length;
    const precision = taken.length === 0 ? 1 : hits / taken.length;
    const recall = hits / positives;
    const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return { precision, recall, f1, fpr: (taken.length - hits) / (labels.length - positives) };
  });
  return {
    precision: rows.map((row) => row.precision),
    recall: rows.map((row) => row.recall),
    F1: rows.map((row) => row.f1),
    fpr: rows.map((row) => row.fpr),
  };
}

/** The part of the positives among the highest scores, for each part of the samples. */
export function gains({ labels, probabilities }: { labels: number[]; probabilities: number[] }): {
  fraction: number[];
  gain: number[];
} {
  const order = labels.map((_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!);
  const positives = labels.filter((label) => label === 1).length;
  let found = 0;
  const gain = order.map((i) => {
    found += labels[i]!;
    return found / positives;
  });
  return { fraction: [0, ...order.map((_, i) => (i + 1) / labels.length)], gain: [0, ...gain] };
}
