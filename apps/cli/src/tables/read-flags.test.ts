import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { customers } from '../customers.test-helper.js';
import { kindling, kindlingWith, temporaryFolder } from '../run.test-helper.js';
import { inFlags } from './read-flags.js';

/** Customers of Zürich instead of Bern, in the letters of Windows. */
function windows(n: number, seed: number): Buffer {
  return Buffer.from(customers(n, seed).replaceAll('Bern', 'Zürich'), 'latin1');
}

describe('how a table is written', () => {
  const quick = ['--target', 'left', '--epochs', '2', '--folds', '2'];
  let folder = '';

  const inFolder = (name: string, content: string | Uint8Array): string => {
    folder = temporaryFolder();
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('errors name the flag, and every command that reads a table takes it', async () => {
    const data = inFolder('windows.csv', windows(80, 0));
    const later = join(folder, 'later.csv');
    writeFileSync(later, windows(30, 500));
    const model = join(folder, 'model');
    for (const args of [
      ['train', data, ...quick, '--out', model],
      ['inspect', data],
      ['cv', data, ...quick, '--jobs', '1'],
    ]) {
      expect((await kindling(...args)).err).toMatch(
        /^kindling: windows\.csv line 2.*the byte 0xfc is not valid UTF-8; where the file came from Windows, say --encoding windows-1252 \(or latin1\)\n$/i,
      );
    }
    const encoding = ['--encoding', 'windows-1252'];
    expect((await kindling('train', data, ...quick, '--test', later, '--out', model, ...encoding)).err).toBe('');
    expect((await kindling('inspect', data, ...encoding)).out).toContain('Zürich');
    expect((await kindling('inspect', model)).out).toContain('Zürich');
    for (const args of [
      ['evaluate', model, later],
      ['cv', data, ...quick, '--jobs', '1'],
      ['tune', data, ...quick, '--trials', '2', '--jobs', '1', '--out', join(folder, 'tuned')],
    ]) {
      const { err, code } = await kindling(...args, ...encoding);
      expect(err).toBe('');
      expect(code).toBe(0);
    }
    const out = join(folder, 'out.csv');
    expect(await kindling('predict', model, later, '-o', out, ...encoding)).toEqual({ code: 0, out: '', err: '' });
    const own = readFileSync(join(model, 'predictions.csv'), 'utf8');
    expect(own.split('\n').map((line) => line.split(',').slice(0, 3).join())).toEqual(
      readFileSync(out, 'utf8').split('\n'),
    );
  });

  it('rows that are too short or too long are left out where that is said', async () => {
    const data = inFolder('ragged.csv', `${customers(80)}1,Bern\n2,Bern,true\n`);
    const { err } = await kindling('train', data, ...quick, '--out', join(folder, 'model'));
    expect(err).toMatch(
      /^kindling: ragged\.csv line 82: 2 fields, expected 5; so have 1 more .*--on-ragged skip leaves them out\n$/,
    );
    const skipped = await kindling('train', data, ...quick, '--out', join(folder, 'model'), '--on-ragged', 'skip');
    expect(skipped).toMatchObject({ code: 0, err: '' });
    expect(skipped.out).toContain('line 82: 2 fields, expected 5; left out');
    const piped = await kindlingWith(
      { stdin: `${customers(3)}1,Bern\n` },
      'predict',
      join(folder, 'model'),
      '--on-ragged',
      'skip',
    );
    expect(piped.out.trim().split('\n')).toHaveLength(4);
  });

  it('delimiter and decimal mark are taken where they cannot be told', async () => {
    const data = inFolder('numbers.csv', '1,05\n2,10\n3,25\n4,40\n');
    expect((await kindling('inspect', data)).out).toMatch(/Say --delimiter ';' and --decimal ','/);
    const read = await kindling('inspect', data, '--delimiter', ';', '--decimal', ',', '--json');
    expect((JSON.parse(read.out) as { columns: unknown[] }).columns).toHaveLength(1);
    const tabs = inFolder('tabs.csv', customers(10).replaceAll(',', '\t'));
    expect(JSON.parse((await kindling('inspect', tabs, '--delimiter', 'tab', '--json')).out)).toMatchObject({
      source: { delimiter: '\t' },
      rows: 10,
    });
    expect((await kindling('inspect', tabs, '--delimiter', 'semicolon')).err).toContain('is no delimiter');
  });

  it('UTF-16 without a mark is told', async () => {
    const data = inFolder('wide.csv', Buffer.from(customers(40), 'utf16le'));
    expect((await kindling('inspect', data)).err).toMatch(/is this UTF-16 without a mark\? Say --encoding utf-16le\n$/);
    expect((await kindling('inspect', data, '--encoding', 'utf-16le')).err).toBe('');
  });

  it('no hint names an option of the library', () => {
    const folderOfData = join(import.meta.dirname, '../../../../packages/data/src/csv');
    const hints = ['decode', 'dubious', 'hints', 'infer', 'plan', 'records', 'sniff', 'read-columns'].flatMap(
      (name) => {
        const text = readFileSync(join(folderOfData, `${name}.ts`), 'utf8').replace(/^\s*(?:\*|\/[/*]).*$/gm, '');
        return [...text.matchAll(/[`"][^`"\n]*(?:\b[Ss]ay |declare it with|onRagged: ')[^`\n]*[`"]/g)].map(([hint]) =>
          hint.slice(1, -1),
        );
      },
    );
    expect(hints.length).toBeGreaterThanOrEqual(7);
    for (const hint of hints) {
      // Of columns that are not declared; the command declares all.
      if (hint.includes('the first rows had only such')) continue;
      const filled = inFlags(hint.replace(/\$\{wide\}/, 'utf-16le').replace(/\$\{mark\}/, ':'));
      expect(filled, hint).not.toMatch(
        /(?<!--)\b(?:encoding|delimiter|decimal|onRagged|dateOrder|types|missing|infer)\b(?:: '| and |$)/,
      );
    }
  });
});
