const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Where the last whole row of some bytes ends, which begin with a row; 0 where none does. */
export function lastRowEnd(bytes: Uint8Array, delimiter = 44): number {
  // Without quotes every line end is a row's.
  if (bytes.indexOf(QUOTE) < 0) return lastLineEnd(bytes);
  const spaced = delimiter === 32;
  let end = 0;
  let pos = 0;
  while (pos < bytes.length) {
    // At the beginning of a field.
    while (bytes[pos] === 32 || (bytes[pos] === 9 && delimiter !== 9)) pos++;
    if (bytes[pos] === QUOTE) {
      pos = afterQuotes(bytes, pos);
      if (pos < 0) return end;
    }
    let c = bytes[pos];
    while (pos < bytes.length && c !== delimiter && c !== LF && c !== CR && !(spaced && c === 9)) c = bytes[++pos];
    if (pos >= bytes.length) return end;
    pos++;
    if (c === CR) {
      // What follows is not known yet.
      if (pos >= bytes.length) return end;
      if (bytes[pos] === LF) pos++;
    }
    if (c === LF || c === CR) end = pos;
  }
  return end;
}

/** The place after a quoted field's closing quote; -1 where that is not there yet. */
function afterQuotes(bytes: Uint8Array, from: number): number {
  let pos = from + 1;
  for (;;) {
    pos = bytes.indexOf(QUOTE, pos);
    if (pos < 0 || pos + 1 >= bytes.length) return -1;
    if (bytes[pos + 1] !== QUOTE) return pos + 1;
    pos += 2;
  }
}

function lastLineEnd(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(LF);
  if (lf >= 0) return lf + 1;
  // A carriage return at the very end may be half of a line end.
  return bytes.subarray(0, -1).lastIndexOf(CR) + 1;
}
