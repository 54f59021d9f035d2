import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fences } from '../../../internal/doctest/src/fences.js';
import { customers } from './customers.test-helper.js';
import { kindlingWith, temporaryFolder } from './run.test-helper.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/guide/command.md'), 'utf8');
const commands = fences(page).flatMap(({ info, code }) => (info === 'sh' ? code.split('\n') : []));

it('every command of the guide runs', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'customers.csv'), customers(160));
  writeFileSync(join(folder, 'later.csv'), customers(40, 1000));
  writeFileSync(join(folder, 'new.csv'), customers(20, 2000));
  for (const { info, code } of fences(page)) {
    const [, name] = /^# (\w+\.yaml)\n/.exec(code) ?? [];
    if (info === 'yaml') writeFileSync(join(folder, name!), code);
  }
  const inFolder = (word: string): string =>
    /^(?:\w+\.(?:csv|yaml|onnx|py|mjs)|model|other|costs|plain|tuned)$/.test(word) ? join(folder, word) : word;
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    const [, input, words] = /^(?:cat (\S+) \| )?kindling ([^>|]+)(?: > \S+)?$/.exec(command) ?? [];
    expect(words, command).toBeDefined();
    const args = words!.trim().split(' ').map(inFolder);
    // Long enough to see that it works.
    if (/^(?:train|cv|tune)$/.test(args[0]!)) args.push('--epochs', '4');
    // The sources have no files for threads.
    if (args[0] === 'tune' || args[0] === 'cv') args.push('--jobs', '1');
    if (args[0] === 'tune' && !args.includes('--out')) args.push('--out', join(folder, 'search'));
    const stdin = input === undefined ? {} : { stdin: readFileSync(inFolder(input), 'utf8') };
    expect(await kindlingWith(stdin, ...args), command).toMatchObject({ code: 0, err: '' });
  }
  for (const file of ['classifier.safetensors', 'metrics.json', 'predictions.csv', 'command.txt']) {
    expect(page).toContain(`\`${file}\``);
    expect(existsSync(join(folder, 'model', file)), file).toBe(true);
  }
});
