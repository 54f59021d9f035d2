import { ArgumentError } from '@kindling/tensor-core';
import { TrainError } from '../errors.js';

/** An error as plain data: sent as it is, it would lose its class. */
export interface SentError {
  readonly kind: 'train' | 'argument' | 'other';
  readonly message: string;
  readonly stack: string | undefined;
}

/** What a thread sends of an error. */
export function sendError(error: unknown): SentError {
  const kind = error instanceof TrainError ? 'train' : error instanceof ArgumentError ? 'argument' : 'other';
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  return { kind, message, stack };
}

/** The error that a thread has sent, with the place there as its cause. */
export function receivedError({ kind, message, stack }: SentError): Error {
  const Kind = { train: TrainError, argument: ArgumentError, other: Error }[kind];
  return new Kind(message, { cause: stack });
}
