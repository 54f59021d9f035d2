import type { AnyModule } from './module.js';

/** A number as Python prints a float: `1.0`, `0.5`, `1e-05`. */
export function float(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  }
  return Number.isInteger(value) ? `${Object.is(value, -0) ? '-0' : value}.0` : String(value);
}

/** A truth value as Python prints it. */
export function bool(value: boolean): string {
  return value ? 'True' : 'False';
}

/** A list of whole numbers as Python prints a tuple: `(3,)`, `(2, 5)`. */
export function tuple(values: readonly number[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;
}

/** Named numbers, pairs and texts as Python prints arguments: `kernel_size=2, padding=(1, 0)`. */
export function pairs(values: Readonly<Record<string, number | readonly number[] | string>>): string {
  const parts = Object.entries(values).map(
    ([key, value]) => `${key}=${typeof value === 'object' ? tuple(value) : value}`,
  );
  return parts.join(', ');
}

/** A module as PyTorch prints it: its own line, or one indented part a submodule. */
export function describe(module: AnyModule): string {
  const extra = module.extraRepr();
  const children = module.ownModules();
  if (children.length === 0 && !extra.includes('\n')) return `${module.moduleName()}(${extra})`;
  const lines = children.map(([name, child]) => `  (${name}): ${describe(child).replaceAll('\n', '\n  ')}`);
  if (extra !== '') lines.unshift(`  ${extra.replaceAll('\n', '\n  ')}`);
  return `${module.moduleName()}(\n${lines.join('\n')}\n)`;
}
