/** What `console.log` shows of a value, in the form that Node gives it. */
export function inspect(value: unknown, depth = 0): string {
  if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
  if (Array.isArray(value)) return list(value.map((one) => inspect(one, depth + 1)));
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const all = Array.from(value as unknown as ArrayLike<number>, String);
    const shown = all.length > 100 ? [...all.slice(0, 100), `... ${all.length - 100} more items`] : all;
    return `${value.constructor.name}(${all.length}) ${list(shown)}`;
  }
  if (typeof value === 'function') return value.toString === Function.prototype.toString ? '[Function]' : String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  // Tensors and errors say what they are.
  if (value.toString !== Object.prototype.toString) return String(value);
  const entries = Object.entries(value).map(([name, part]) => `${name}: ${inspect(part, depth + 1)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function list(parts: readonly string[]): string {
  return parts.length === 0 ? '[]' : `[ ${parts.join(', ')} ]`;
}
