/** Below this many values a comparison sort is faster. */
const FEW = 1024;
/** Up to this many values are put in order one by one. */
const HANDFUL = 16;
/** The sign of a number, of which the first bit is set; alone it is that of -0, which is equal to 0. */
const MINUS = 0x80000000;

/** The positions of finite values in ascending order; equal values stay in the order in which they stand. */
export function ascending(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (values.length < FEW) return sortByValue(order, values);
  const keys = new Uint32Array(values.length);
  fillUpper(keys, values);
  sortByKeys(order, keys);
  // Few values share their upper half, and most of those that do are equal.
  for (let start = 0, end = 1; start < keys.length; start = end++) {
    while (end < keys.length && keys[end] === keys[start]) end++;
    if (end - start > 1) sortByLower(order.subarray(start, end), values);
  }
  return order;
}

function sortByValue(order: Uint32Array, values: Float64Array): Uint32Array {
  return order.sort((a, b) => values[a]! - values[b]!);
}

/** Sorts positions of values that are alike in the upper half of their bits. */
function sortByLower(order: Uint32Array, values: Float64Array): void {
  if (order.length <= HANDFUL) {
    for (let i = 1; i < order.length; i++) {
      const position = order[i]!;
      let to = i;
      for (; to > 0 && values[order[to - 1]!]! > values[position]!; to--) order[to] = order[to - 1]!;
      order[to] = position;
    }
    return;
  }
  if (isSorted(order, values)) return;
  if (order.length < FEW) sortByValue(order, values);
  else {
    const keys = new Uint32Array(order.length);
    fillLower(keys, order, values);
    sortByKeys(order, keys);
  }
}

function isSorted(order: Uint32Array, values: Float64Array): boolean {
  for (let i = 1; i < order.length; i++) if (values[order[i - 1]!]! > values[order[i]!]!) return false;
  return true;
}

/** Radix sort of both by the keys, three digits of 11 bits from the last; digits that all keys share are passed over. */
function sortByKeys(order: Uint32Array, keys: Uint32Array): void {
  const { length } = keys;
  let fromKeys = keys;
  let toKeys: Uint32Array = new Uint32Array(length);
  let from = order;
  let to: Uint32Array = new Uint32Array(length);
  const starts = new Uint32Array(2048);
  for (let shift = 0; shift < 32; shift += 11) {
    starts.fill(0);
    for (let i = 0; i < length; i++) starts[(fromKeys[i]! >>> shift) & 2047]!++;
    if (starts[(fromKeys[0]! >>> shift) & 2047] === length) continue;
    for (let digit = 0, total = 0; digit < 2048; digit++) {
      const count = starts[digit]!;
      starts[digit] = total;
      total += count;
    }
    for (let i = 0; i < length; i++) {
      const key = fromKeys[i]!;
      const place = starts[(key >>> shift) & 2047]!++;
      toKeys[place] = key;
      to[place] = from[i]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [from, to] = [to, from];
  }
  if (from === order) return;
  order.set(from);
  keys.set(fromKeys);
}

/** The upper half of each value's bits, changed so that it ascends as the values do: all of it of a negative one, else the sign. */
function fillUpper(keys: Uint32Array, values: Float64Array): void {
  const words = wordsOf(values);
  for (let i = 0; i < keys.length; i++) {
    const upper = words[2 * i + 1]!;
    keys[i] = isNegative(upper, words[2 * i]!) ? ~upper : upper | MINUS;
  }
}

/** The same of the lower halves, of values with one sign. */
function fillLower(keys: Uint32Array, order: Uint32Array, values: Float64Array): void {
  const words = wordsOf(values);
  for (let i = 0; i < keys.length; i++) {
    const lower = words[2 * order[i]!]!;
    keys[i] = isNegative(words[2 * order[i]! + 1]!, lower) ? ~lower : lower;
  }
}

function isNegative(upper: number, lower: number): boolean {
  return upper > MINUS || (upper === MINUS && lower !== 0);
}

/** The two halves of each value's bits; the lower one comes first on every machine that runs JavaScript today. */
function wordsOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}
