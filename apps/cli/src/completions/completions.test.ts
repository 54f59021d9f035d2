import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { kindling } from '../run.test-helper.js';
import { shells } from './scripts.js';

it.each(shells)('knows every command and flag in %s', async (shell) => {
  const { code, out, err } = await kindling('completions', shell);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const word of ['train', 'export', 'serve', 'completions', 'demo', 'blobs', 'batch-norm', 'isotonic', 'pytorch'])
    expect(out, word).toContain(word);
  expect(await kindling('completions', 'tcsh')).toMatchObject({ code: 2, out: '' });
});

const bash = spawnSync('bash', ['--version']).status === 0;

it.skipIf(!bash)('completes in bash', async () => {
  const script = (await kindling('completions', 'bash')).out;
  const complete = (...typed: string[]): string[] => {
    const line = `COMP_WORDS=(${typed.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${typed.length - 1}; _kindling; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', `${script}\n${line}`], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim().split('\n').filter(Boolean);
  };
  expect(complete('kindling', 'tr')).toEqual(['train']);
  expect(complete('kindling', 'demo', 'b')).toEqual(['blobs']);
  expect(complete('kindling', 'train', '--cal')).toEqual(['--calibrate']);
  expect(complete('kindling', 'train', 'data.csv', '--calibrate', 'p')).toEqual(['platt']);
  expect(complete('kindling', 'export', 'model', '--format', 'o')).toEqual(['onnx']);
  // Files are the shell's own.
  expect(complete('kindling', 'train', 'da')).toEqual([]);
});
