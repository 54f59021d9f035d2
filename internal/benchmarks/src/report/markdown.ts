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

## Start-up

${asMarkdown(startUpTable(result))}

## Notes

${footnotes(result)
  .map((note) => `- ${note}`)
  .join('\n')}
- Versions: ${versions}.
`;
}
