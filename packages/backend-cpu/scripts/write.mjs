/** What numbers are, by the texts they are in; those of `whole` bytes do not say whether another follows. */
const kinds = ['instruction', 'local', 'offset', 'number', 'index', 'block', 'spare', 'whole'];

/**
 * The texts of which `wasmBytes` in src/wasm/module.ts reads instructions, one for each kind of number: gzip finds more that
 * repeats in each than in all mixed.
 */
export function write(instructions) {
  const texts = kinds.map(() => '');
  const put = (kind, value) => {
    texts[kinds.indexOf(kind)] += characters(value);
  };
  // Forms, the most frequent first; those without a head, of which each build has its own, come last.
  const uses = new Map();
  for (const instruction of instructions) {
    const use = uses.get(instruction.form) ?? { ...instruction, times: 0 };
    use.times++;
    uses.set(instruction.form, use);
  }
  const forms = [...uses.values()].filter(({ head }) => head !== undefined).sort((a, b) => b.times - a.times);
  put('whole', forms.length);
  for (const { head, kind, count } of forms) {
    for (const value of [kinds.indexOf(kind), count, head.length, ...head]) put('whole', value);
  }
  const numbers = new Map([...forms.map(({ form }) => form), 'choose', 'add'].map((form, number) => [form, number]));
  put('whole', instructions.length);
  for (const { form, kind, values } of instructions) {
    put('instruction', numbers.get(form));
    for (const value of values) put(kind, value);
  }
  return texts;
}

/** A number as printable ASCII, from `#` on; `}` before it adds 90, and `~` 180. */
function characters(value) {
  if (value < 90) return String.fromCharCode(35 + value);
  return value < 180 ? `}${characters(value - 90)}` : `~${characters(value - 180)}`;
}
