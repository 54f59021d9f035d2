/**
 * The instructions of a module, each `{ form, head, kind, values }`: its first bytes, and the kind of the numbers behind them.
 * What is no instruction is one of a single byte and no head.
 *
 * A multiply-add (`form` is `add`), which has the number of a local variable that it may write to, and a choice of lanes
 * (`choose`) stand for other instructions in each build, of 10 bytes and of 3; so no other byte depends on the build.
 */
export function parse(module) {
  let at = 8;
  const leb = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const list = (read) => Array.from({ length: leb() }, read);

  const parameters = [];
  let types = [];
  const instructions = [raw(module.slice(0, 8))];
  while (at < module.length) {
    const start = at;
    const id = module[at++];
    const end = leb() + at;
    if (id === 1) {
      list(() => {
        at++;
        parameters.push(list(() => at++).length);
        list(() => at++);
      });
    } else if (id === 3) {
      types = list(leb);
    }
    if (id === 10) {
      const bodies = list((_, i) => body(parameters[types[i]]));
      const size = bodies.reduce((sum, { size }) => sum + size, 0) + encode(bodies.length).length;
      instructions.push(raw([10, ...encode(size), ...encode(bodies.length)]));
      for (const body of bodies) instructions.push(...body.instructions);
    } else {
      instructions.push(raw(module.slice(start, end)));
    }
    at = end;
  }
  return instructions;

  /** A function, with one vector more where it multiplies and adds. */
  function body(parameterCount) {
    const end = leb() + at;
    const groups = list(() => [leb(), module[at++]]);
    const spare = groups.reduce((sum, [count]) => sum + count, parameterCount);
    if (spare > 127) throw new Error(`a function has ${spare} variables, more than one byte names`);
    let size = end - at;
    const code = [];
    while (at < end) code.push(instruction(spare));
    const adds = code.filter(({ form }) => form === 'add').length;
    size += 7 * adds;
    if (adds > 0) groups.push([1, 0x7b]);
    const head = [...encode(groups.length), ...groups.flatMap(([count, type]) => [...encode(count), type])];
    const length = encode(head.length + size);
    return { instructions: [raw([...length, ...head]), ...code], size: length.length + head.length + size };
  }

  function instruction(spare) {
    const start = at;
    const code = module[at++];
    const more = code >= 0xfc ? leb() : 0;
    if (code === 0xfd && more === 0x105) return { form: 'add', kind: 'spare', values: [spare] };
    if (code === 0xfd && more === 0x10b) return { form: 'choose', kind: 'spare', values: [] };
    const [kind, count, aligned] = operands(code, more);
    if (aligned) at++;
    const head = [...module.slice(start, at)];
    const values = [];
    for (let left = count; left > 0; ) {
      values.push(module[at++]);
      if (kind === 'whole' || values.at(-1) < 128) left--;
    }
    // Most vectors occur more than once, so they are part of the form.
    if (count === 16) return { form: `${head} ${values}`, head: [...head, ...values], kind, count: 0, values: [] };
    return { form: `${head} ${kind} ${count}`, head, kind, count, values };
  }
}

function raw(bytes) {
  return { form: `raw ${bytes.length}`, head: [], kind: 'whole', count: bytes.length, values: [...bytes] };
}

/** The kind of an instruction's operands, how many there are, and whether there is an alignment before them. */
function operands(code, more) {
  const between = (value, first, last) => value >= first && value <= last;
  const memory = (count) => ['offset', count, true];
  if (code === 0xfc) return ['index', [10, 11].indexOf(more) < 0 ? 0 : 12 - more];
  if (code === 0xfd) {
    if (more <= 11 || more === 92 || more === 93) return memory(1);
    if (between(more, 84, 91)) return memory(2);
    return ['whole', more === 12 || more === 13 ? 16 : Number(between(more, 21, 34))];
  }
  if (code === 0xfe) return more === 3 ? ['index', 1] : memory(1);
  if (between(code, 0x28, 0x3e)) return memory(1);
  if (between(code, 0x02, 0x04) || code === 0x0c || code === 0x0d) return ['block', 1];
  if (between(code, 0x20, 0x22)) return ['local', 1];
  if (code === 0x10 || code === 0x23 || code === 0x24 || code === 0x3f || code === 0x40) return ['index', 1];
  if (code === 0x41 || code === 0x42) return ['number', 1];
  return ['whole', { 67: 4, 68: 8 }[code] ?? 0];
}

/** A number as LEB128. */
function encode(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...encode(value >>> 7)];
}
