/** Below this many values a comparison sort is faster. */
const FEW = 1024;

/** The positions of finite values in ascending order; equal values stay in the order in which they stand. */
export function ascending(values: Float64Array): Uint32Array {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  if (values.length < FEW) return order.sort((a, b) => values[a]! - values[b]!);
  return sortByDigits(order, values);
}

/** Radix sort by the four 16-bit digits of each value, from the last; digits that all values share are passed over. */
function sortByDigits(order: Uint32Array, values: Float64Array): Uint32Array {
  const digits = new Uint16Array(keysOf(values).buffer);
  let from: Uint32Array = order;
  let to: Uint32Array = new Uint32Array(order.length);
  const starts = new Uint32Array(65536);
  // Bits of small numbers come first in memory on every machine that runs JavaScript today.
  for (let digit = 0; digit < 4; digit++) {
    starts.fill(0);
    for (let i = digit; i < digits.length; i += 4) starts[digits[i]!]!++;
    if (starts[digits[digit]!] === order.length) continue;
    for (let value = 0, total = 0; value < 65536; value++) {
      const count = starts[value]!;
      starts[value] = total;
      total += count;
    }
    for (let i = 0; i < from.length; i++) {
      const position = from[i]!;
      to[starts[digits[4 * position + digit]!]!++] = position;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The bits of each value, changed so that they ascend as the values do: all of them of a negative one, else the sign. */
function keysOf(values: Float64Array): Uint32Array {
  // Adding 0 makes -0 the 0 that it is equal to.
  const words = new Uint32Array(Float64Array.from(values, (value) => value + 0).buffer);
  for (let i = 0; i < words.length; i += 2) {
    const negative = words[i + 1]! >>> 31 === 1;
    words[i] = negative ? ~words[i]! : words[i]!;
    words[i + 1] = negative ? ~words[i + 1]! : words[i + 1]! | 0x80000000;
  }
  return words;
}
