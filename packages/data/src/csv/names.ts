import { clean } from '@internal/arguments';

/** Whether whole numbers go up from row to row, as those of rows do. */
export function countsRows(values: ArrayLike<number>): boolean {
  return Array.from(values).every((value, i) => Number.isInteger(value) && (i === 0 || value > values[i - 1]!));
}

/** Names for columns, all different: empty ones are called by their place, repeated ones get `.1`, `.2`, as in pandas. */
export function uniqueNames(given: readonly string[], warn: (message: string) => void): string[] {
  const taken = new Set(given.filter((name) => name !== ''));
  const seen = new Set<string>();
  const next = new Map<string, number>();
  return given.map((name, j) => {
    let chosen = name;
    if (name === '') {
      chosen = `unnamed ${j + 1}`;
      while (taken.has(chosen)) chosen += '.1';
      warn(`column ${j + 1} has no name, and is called "${chosen}"`);
    } else if (seen.has(name)) {
      let n = next.get(name) ?? 1;
      while (taken.has(`${name}.${n}`)) n++;
      next.set(name, n + 1);
      chosen = `${name}.${n}`;
      warn(`column ${j + 1} is another "${clean(name)}", and is called "${clean(chosen)}"`);
    }
    taken.add(chosen);
    seen.add(chosen);
    return chosen;
  });
}
