import { expect, it } from 'vitest';
import { csvField, plain, shellWord } from './plain.js';

it('keeps a text on one line and away from the terminal', () => {
  expect(plain('a\nb\u001b[31mc\u202ed')).toBe('a\\u000ab\\u001b[31mc\\u202ed');
  expect(plain('é 日本 "x"')).toBe('é 日本 "x"');
});

it('quotes for a shell what needs it', () => {
  expect(['a.csv', '--lr=1e-3', "it's", 'a b', '', '$(x)'].map(shellWord)).toEqual([
    'a.csv',
    '--lr=1e-3',
    "'it'\\''s'",
    "'a b'",
    "''",
    "'$(x)'",
  ]);
});

it('writes fields that a spreadsheet shows and does not run', () => {
  expect(['=1+1', '-x', '-1.5', '+', 'a,b', 'say "hi"', 'two\nlines', true, 0.5].map(csvField)).toEqual([
    "'=1+1",
    "'-x",
    '-1.5',
    '+',
    '"a,b"',
    '"say ""hi"""',
    '"two\nlines"',
    'true',
    '0.5',
  ]);
});
