import { expect, it } from 'vitest';
import { createReporter } from './reporter.js';

/** A terminal of so many columns, and what was written to it. */
function terminal(columns: number) {
  const written: string[] = [];
  return { isTTY: true, columns, written, write: (text: string) => void written.push(text) };
}

it('progress is one line on a narrow terminal too, without colours', () => {
  for (const columns of [10, 24, 40, 200]) {
    const [stdout, stderr] = [terminal(columns), terminal(columns)];
    let time = 0;
    const reporter = createReporter({ process: { stdout, stderr } } as never, false, { now: () => time });
    for (const fraction of [0.1, 0.5, 0.9]) {
      time += 1000;
      reporter.progress(fraction, 'network: loss 0.123, held out 0.234 ▁▂▃, 12 epochs/s, 3 s left');
    }
    reporter.progress(1, '');
    const drawn = stderr.written.filter((text) => !text.startsWith('\r'));
    expect(drawn).toHaveLength(3);
    for (const line of drawn) expect(line.length).toBeLessThan(columns);
    // Clears the line, and nothing else steers the terminal.
    for (const text of stderr.written) expect(text.replace('\r\u001b[K', '')).not.toMatch(/\p{Cc}/u);
    expect(stderr.written.at(-1)).toBe('\r\u001b[K');
    expect(stdout.written).toEqual([]);
  }
});

it('nothing moves where nobody looks: in a pipe, and with --quiet', () => {
  const [stdout, stderr] = [terminal(80), terminal(80)];
  createReporter({ process: { stdout, stderr: { ...stderr, isTTY: false } } } as never, false).progress(0.5, 'x');
  createReporter({ process: { stdout, stderr } } as never, false, { quiet: true }).progress(0.5, 'x');
  expect(stderr.written).toEqual([]);
});
