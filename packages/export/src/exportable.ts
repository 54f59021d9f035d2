import { wrong } from '@internal/arguments';
import type { AnyModule } from '@kindling/nn';
import { ArgumentError } from '@kindling/tensor-core';
import type { Classifier } from '@kindling/train';

/** What can be exported: a trained classifier of tables, or a network. */
export type Exportable = Classifier | AnyModule;

/** Throws for what is neither. */
export function noModel(where: string, got: unknown): never {
  wrong(ArgumentError, where, 'the model', 'a Classifier or a Module', got);
}
