import { reasonOf } from './files.js';

/** A stream as far as it is looked after. */
interface Output {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** A line for an output that cannot be written: a full disk, or a reader that has gone. */
export function outputProblem(error: NodeJS.ErrnoException): string {
  const reason = error.code === 'EPIPE' ? 'its reader has gone' : reasonOf(error);
  return `kindling: cannot write to standard output: ${reason}\n`;
}

/** Ends the process with one line and exit code 1 when standard output cannot be written. */
export function guardOutput(stdout: Output, say: (text: string) => void, exit: (code: number) => void): void {
  stdout.on('error', (error) => {
    say(outputProblem(error));
    exit(1);
  });
}
