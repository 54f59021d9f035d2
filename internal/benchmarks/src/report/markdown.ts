import { middleGoals, middleTable } from './middle.ts';
import type { Result } from './result.ts';
import { asMarkdown, footnotes, mainTable, startUpTable, targetTable } from './table.ts';

/** The page of a run. */
export function markdownPage(result: Result): string {
  const versions = result.participants
    .flatMap(({ id, name, threads }) => {
      const version = result.versions.get(id);
      return version === undefined || threads > 1 ? [] : [`${name} ${version}`];
    })
    .join(', ');
  return `<!-- Written by \`pnpm bench\`; do not edit. -->

# Benchmarks

One run of \`pnpm bench${result.quick ? ' --quick' : ''}\`, every competitor side by side on ${result.machine}. Other machines give other times; the
ratios say more.

![How many times as fast as others Kindling is](/benchmarks.svg)

## What was aimed at

${asMarkdown(targetTable(result))}

## Everything

${asMarkdown(mainTable(result))}

## The middle

Work between small steps and large products. What was aimed at: PyTorch's time divided by Kindling's, with one thread each and with two;
and to be nowhere slower than TensorFlow.js or jax-js. Each step and each operation runs in a \`scope\`, as in \`fit\` and \`predict\`, operations on what was made in one. Where a goal is not met the last column says where
the time of one thread goes: in WebAssembly kernels, in what of JavaScript.

${asMarkdown(middleGoals(result))}

${asMarkdown(middleTable(result))}

## Start-up

${asMarkdown(startUpTable(result))}

## Notes

${footnotes(result)
  .map((note) => `- ${note}`)
  .join('\n')}
- Versions: ${versions}.
`;
}
