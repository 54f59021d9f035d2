import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicModules, root } from './modules.js';

/** The names that stand in the right column of a page's tables: of functions that are called, classes and members. */
function namesIn(page: string): string[] {
  const cells = [...page.matchAll(/^\|.*\|([^|]*)\|$/gm)].map((row) => row[1]!);
  const code = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((span) => span[1]!));
  return code.flatMap((span) => [...span.matchAll(/([A-Za-z]\w*)\(/g)].map((call) => call[1]!));
}

/** Everything that the packages export, and the members of all their classes. */
async function known(): Promise<Set<string>> {
  const names = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return;
    const prototype = typeof value === 'function' ? (value.prototype as object | undefined) : undefined;
    for (const name of prototype === undefined ? Object.keys(value) : Object.getOwnPropertyNames(prototype))
      names.add(name);
  };
  for (const source of publicModules.values()) {
    const module = (await import(/* @vite-ignore */ join(root, source))) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      names.add(name);
      add(value);
    }
  }
  return names;
}

describe('Coming from PyTorch', () => {
  it('names only what there is', async () => {
    const names = namesIn(readFileSync(join(root, 'docs/guide/pytorch.md'), 'utf8'));
    expect(names.length).toBeGreaterThan(80);
    const there = await known();
    expect(names.filter((name) => !there.has(name))).toEqual([]);
  }, 60_000);
});
