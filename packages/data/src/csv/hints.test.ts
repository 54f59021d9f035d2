import { describe, expect, it } from 'vitest';
import { parseTable } from './parse-table.js';

/** A column of some values and what is said of it. */
function read(values: readonly string[]): { type: string; said: string } {
  const table = parseTable(`x;y\n${values.map((value) => `${value};a\n`).join('')}`);
  return { type: table.column('x').type, said: table.warnings.map(({ message }) => message).join('\n') };
}

describe('a column of numbers with something beside them is told', () => {
  it.each([
    ['units', ['1.5 kg', '2 kg', '3.25 kg', '4 kg'], '1.5 kg'],
    ['limits', ['<0.5', '1', '2', '3', '4', '5'], '<0.5'],
    ['brackets for a minus', ['(1.5)', '2', '(3)', '4', '5'], '(1.5)'],
    ['a minus behind', ['1.5-', '2', '3-', '4'], '1.5-'],
    ['single quotes', ["'1.5'", "'2'", "'3'", "'4'"], "'1.5'"],
  ])('%s', (_, values, example) => {
    const { type, said } = read(values);
    expect(type).not.toBe('numeric');
    expect(said).toContain(`every value is a number with something beside it, as "${example}"`);
  });

  it.each([
    ['names with a number', ['user1', 'user2', 'user3', 'user4']],
    ['classes of two letters', ['1a', '2b', '3c', '4d']],
    ['times', ['10:15', '11:30', '12:45', '13:00']],
    ['ranges', ['0-9', '10-19', '20-29', '30-39']],
  ])('but not %s', (_, values) => {
    expect(read(values).said).toBe('');
  });
});

describe('a column that looks like one of dates is told', () => {
  it.each([
    ['a day that is none', ['2024-01-31', '2024-02-30', '2024-03-31'], '2024-02-30'],
    ['two orders', ['2024-01-31', '2024-02-28', '31/03/2024'], '31/03/2024'],
    ['years of two digits', ['31/01/24', '28/02/24', '31/03/24'], '31/01/24'],
    ['names of months', ['31-Jan-2024', '28-Feb-2024', '31-Mar-2024'], '31-Jan-2024'],
  ])('%s', (_, values, example) => {
    const { type, said } = read(values);
    expect(type).not.toBe('date');
    expect(said).toContain(`the values look like dates, but not all are of one order that is read, as "${example}"`);
  });

  it('but not addresses and versions', () => {
    expect(read(['10.0.0.1', '10.0.0.2', '10.0.0.3']).said).toBe('');
    expect(read(['1.2.3', '1.2.4', '1.3.0']).said).toBe('');
  });

  it('and not twice where day and month are in doubt', () => {
    expect(read(['01/02/2024', '02/03/2024', '03/04/2024']).said).toMatch(/^[^\n]*cannot be told apart[^\n]*$/);
  });
});

it('one odd mark in many rows is told, several in few', () => {
  const numbers = ['1', '2', '3', '4', '5', '6'];
  expect(read([...numbers, 'x', 'x', 'x']).said).toContain('all but 3 of 9 values are numbers, as "x" is not');
  expect(read([...numbers, 'x', 'y', 'z']).said).toBe('');
});
