import { beforeAll, describe, expect, it } from 'vitest';
import { collect } from './collect.js';
import { withoutExample } from './exceptions.js';
import { hasOwnNames } from './modules.js';
import { type PublicSymbol, publicSymbols } from './public.js';
import { check, typeErrors } from './types.js';

describe('documentation', () => {
  let errors: string[] = [];
  let symbols: PublicSymbol[] = [];

  beforeAll(() => {
    const checked = check(collect({ slow: true }).examples);
    errors = typeErrors(checked);
    symbols = publicSymbols(checked.program).filter(({ name }) => hasOwnNames(name.split(':')[0]!));
  }, 120_000);

  it('finds the public symbols', () => {
    expect(symbols.map(({ name }) => name)).toContain('@kindling/tensor-core: exp');
  });

  it('has examples without type errors', () => {
    expect(errors).toEqual([]);
  });

  it('covers every public symbol', () => {
    expect(symbols.filter(({ documented }) => !documented).map(place)).toEqual([]);
  });

  it('covers every public method of a class', () => {
    const missing = symbols.flatMap((symbol) =>
      symbol.undocumentedMembers.map((member) => `${place(symbol)}.${member}`),
    );
    expect(missing).toEqual([]);
  });

  it('shows an example of every public function and class', () => {
    const missing = symbols.filter(
      ({ callable, hasExample, name }) =>
        callable && !hasExample && !name.includes('/internal: ') && !(name in withoutExample),
    );
    expect(missing.map(place)).toEqual([]);
  });

  it('lists no exception that is not needed', () => {
    const needed = new Set(
      symbols.filter(({ callable, hasExample }) => callable && !hasExample).map(({ name }) => name),
    );
    expect(Object.keys(withoutExample).filter((name) => !needed.has(name))).toEqual([]);
  });
});

function place({ where, name }: PublicSymbol): string {
  return `${where} ${name}`;
}
