import type { Chunks } from '@kindling/data';
import type { CommandContext, StricliProcess } from '@stricli/core';

/** What a command is run in: the streams, and the command line as it was typed. */
export interface Context extends CommandContext {
  readonly process: StricliProcess & {
    readonly stdin?: Chunks;
    /** Calls a function at the next signal of this kind. */
    once?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  };
  readonly args: readonly string[];
  /** This command's version, which all its packages have. */
  readonly version: string;
  /** What the process ends with, where it is not 0 and no error was said. */
  exitCode?: number;
}
