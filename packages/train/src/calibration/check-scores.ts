import { wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';

/** Throws unless scores are a list of numbers. */
export function checkScores(where: string, scores: unknown): void {
  const list = typeof scores === 'object' && scores !== null && 'length' in scores;
  if (!list) wrong(ArgumentError, where, 'the scores', 'an array of numbers', scores);
  for (const score of Array.from(scores as ArrayLike<unknown>))
    if (typeof score !== 'number') wrong(ArgumentError, where, 'each score', 'a number', score);
}
