/**
 * What a value is, in a few words: `an array of 3`, `a string 'x'`, `a Tensor [2, 3]`, `undefined`, `-1`.
 *
 * Never longer than a line, and never with characters that steer a terminal.
 */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `a string '${clean(value)}'`;
  if (typeof value === 'bigint') return `a bigint ${clean(String(value))}`;
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'function') {
    // A module is a function of a class of its own.
    const { constructor: maker } = value;
    if (typeof maker === 'function' && !/Function$/.test(maker.name)) return withArticle(clean(maker.name));
    // A constructor where an instance belongs is a common slip.
    const kind = /^class\b/.test(String(value)) ? 'class' : 'function';
    return value.name === '' ? `a ${kind}` : `a ${kind} ${clean(value.name)}`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const { shape, constructor: maker } = value as { shape?: unknown; constructor: unknown };
  if (ArrayBuffer.isView(value)) return withArticle('length' in value ? `${tag} of ${value.length}` : tag);
  // Bundlers rename classes, so a tensor is known by its parts.
  if (Array.isArray(shape) && 'dtype' in value) return `a Tensor [${shape.join(', ')}]`;
  if (tag === 'Promise') return 'a Promise, which `await` would resolve';
  const name = typeof maker === 'function' ? maker.name : '';
  if (name !== '' && name !== 'Object') return withArticle(clean(name));
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  return `an object { ${keys.slice(0, 3).map(clean).join(', ')}${keys.length > 3 ? ', …' : ''} }`;
}

/** At most 40 characters, none of which moves a cursor or colours a line. */
export function clean(text: string): string {
  // Surrogates are kept in pairs.
  const cut = text.length > 40 ? `${text.slice(0, 39).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return cut.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text in quotation marks, as {@link clean} leaves it. */
export function quoted(text: string): string {
  return `"${clean(text).replaceAll('"', '\\"')}"`;
}

function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}
