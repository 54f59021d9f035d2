import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { nearest } from '@internal/arguments';
import { allOf, type CommandTree, type FlagOfTree } from '../completions/tree.js';
import { reasonOf } from '../output/files.js';
import { plain } from '../output/plain.js';

/**
 * A command line with what a file of settings says put into it. Each key is a flag of the command, and a flag that is
 * typed wins.
 *
 * @throws Error that names the file and the key.
 */
export async function withConfig(args: readonly string[], tree: CommandTree): Promise<readonly string[]> {
  const at = args.findIndex((arg) => arg === '--config' || arg.startsWith('--config='));
  if (at < 0) return args;
  const command = commandOf(args, tree);
  // That there is no such flag is said where all flags are read.
  if (command?.flags.every(({ name }) => name !== '--config') !== false) return args;
  const path = args[at] === '--config' ? args[at + 1] : args[at]!.slice('--config='.length);
  if (path === undefined || path === '') throw new Error('--config needs the name of a file');
  const name = plain(basename(path));
  const settings = await settingsOf(path, name);
  const typed = new Set(args.map((arg) => flagOf(arg.split('=', 1)[0]!)));
  const added = Object.entries(settings).flatMap(([key, value]) => {
    const flag = command.flags.find((one) => one.name === flagOf(`--${key}`));
    if (flag === undefined || flag.name === '--config' || flag.name === '--help') {
      const keys = command.flags.map((one) => keyOf(one.name)).filter((one) => one !== 'config' && one !== 'help');
      const near = nearest(key, keys);
      throw new Error(
        `${name}: unknown key "${plain(key)}"; ${near === undefined ? `there are ${keys.join(', ')}` : `did you mean "${near}"?`}`,
      );
    }
    const given = typed.has(flag.name) || (flag.letter !== undefined && typed.has(flag.letter));
    return given ? [] : flagWords(flag, value, `${name}: "${plain(key)}"`);
  });
  // Behind the words of the command, before what may follow two dashes.
  const after = command.path.length;
  return [...args.slice(0, after), ...added, ...args.slice(after)];
}

/** `--batchNorm` and `--no-batch-norm` are about `--batch-norm`. */
function flagOf(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^--no-/, '--');
}

function keyOf(flag: string): string {
  return flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function commandOf(args: readonly string[], tree: CommandTree): CommandTree | undefined {
  return allOf(tree).findLast(({ path }) => path.length > 0 && path.every((word, i) => args[i] === word));
}

async function settingsOf(path: string, name: string): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${path}: ${reasonOf(error)}`);
  }
  let settings: unknown;
  try {
    settings = /^\.ya?ml$/i.test(extname(path)) ? (await import('yaml')).parse(text) : JSON.parse(text);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message.split('\n', 1)[0]!.replace(/:$/, '')}`);
  }
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    throw new Error(`${name}: expected a key and a value for each setting`);
  return settings as Record<string, unknown>;
}

/** A setting as one types it. What the value must be is checked where the flag is read. */
function flagWords({ name, values, repeated }: FlagOfTree, value: unknown, place: string): string[] {
  if (value === null) return [];
  if (values?.length === 0) {
    if (typeof value !== 'boolean') throw new Error(`${place} must be true or false, not ${JSON.stringify(value)}`);
    return value ? [name] : [`--no-${name.slice(2)}`];
  }
  // As `model: { wide: [180] }` or `space: { hidden: [none, [64, 64]] }`.
  if (repeated && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).map(([key, one]) => {
      const choices =
        name === '--space' && Array.isArray(one) ? one.map((v) => (typeof v === 'boolean' ? String(v) : v)) : [one];
      return `${name}=${key}=${choices.map((choice) => wordOf(choice, `${place}: "${plain(key)}"`)).join('/')}`;
    });
  }
  if (repeated && Array.isArray(value)) return value.map((one) => `${name}=${wordOf(one, place)}`);
  return [`${name}=${wordOf(value, place)}`];
}

function wordOf(value: unknown, place: string): string {
  const list = Array.isArray(value) ? value : [value];
  for (const one of list) {
    if (typeof one !== 'string' && typeof one !== 'number')
      throw new Error(`${place} must be a text, a number or a list of them, not ${JSON.stringify(value)}`);
  }
  return list.length === 0 ? 'none' : list.join(',');
}
