import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { toCsv } from '@kindling/data';
import { digitsFolder } from '@kindling/data/images';
import { setBackend } from '@kindling/tensor-core';
import { Classifier } from '@kindling/train';
import { expect, it } from 'vitest';
import { fences } from '../../../internal/doctest/src/fences.js';
import { loadVotes } from '../../../packages/data/src/datasets/votes.js';
import { kindlingWith, temporaryFolder } from './run.test-helper.js';

const votes = readFileSync(join(import.meta.dirname, '../../../docs/public/tables/votes.csv'), 'utf8');
const page = readFileSync(join(import.meta.dirname, '../../../docs/guide/command.md'), 'utf8');
const commands = fences(page).flatMap(({ info, code }) => (info === 'sh' ? code.split('\n') : []));

it('the table of the guide is the one of the package', () => {
  expect(votes).toBe(toCsv(loadVotes()));
});

it('every command of the guide runs', { timeout: 400_000 }, async () => {
  const folder = temporaryFolder();
  // What `head` and `tail` do there.
  const lines = votes.trimEnd().split('\n');
  writeFileSync(join(folder, 'members.csv'), `${lines.slice(0, 336).join('\n')}\n`);
  writeFileSync(join(folder, 'later.csv'), `${[lines[0]!, ...lines.slice(-100)].join('\n')}\n`);
  cpSync(digitsFolder('test'), join(folder, 'digits'), { recursive: true });
  for (const { info, code } of fences(page)) {
    const [, name] = /^# (\w+\.yaml)\n/.exec(code) ?? [];
    if (info === 'yaml') writeFileSync(join(folder, name!), code);
  }
  const inFolder = (word: string): string =>
    /^(?:\w+\.(?:csv|yaml|onnx|py|mjs)|model|other|costs|plain|tuned|digits|images)$/.test(word)
      ? join(folder, word)
      : word;
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    const [, input, words] = /^(?:cat (\S+) \| )?kindling ([^>|]+)(?: > \S+)?$/.exec(command) ?? [];
    expect(words, command).toBeDefined();
    const args = wordsOf(words!).map(inFolder);
    // Long enough to see that it works.
    if (/^(?:train|cv|tune)$/.test(args[0]!)) args.push('--epochs', '4');
    // The sources have no files for threads.
    if (args[0] === 'tune' || args[0] === 'cv') args.push('--jobs', '1');
    if (args[0] === 'tune' && !args.includes('--out')) args.push('--out', join(folder, 'search'));
    const stdin = input === undefined ? {} : { stdin: readFileSync(inFolder(input), 'utf8') };
    expect(await kindlingWith(stdin, ...args), command).toMatchObject({ code: 0, err: '' });
  }
  // The row that is sent to a server.
  const row = JSON.parse(fences(page).find(({ code }) => code.includes('"crime"'))!.code) as Record<string, unknown>;
  setBackend(await cpu());
  const [p] = await (await Classifier.load(join(folder, 'model'))).predictProba([row]);
  expect(p).toBeLessThan(0.5);
  for (const file of ['classifier.safetensors', 'metrics.json', 'predictions.csv', 'command.txt']) {
    expect(page).toContain(`\`${file}\``);
    expect(existsSync(join(folder, 'model', file)), file).toBe(true);
  }
});

/** A command line's words, of which some stand in quotes. */
function wordsOf(line: string): string[] {
  return Array.from(line.trim().matchAll(/'([^']*)'|\S+/g), ([word, quoted]) => quoted ?? word);
}
