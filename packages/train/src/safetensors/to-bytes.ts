/** The bytes of a file, of whatever kind of array. */
export function toBytes(where: string, file: unknown): Uint8Array {
  if (ArrayBuffer.isView(file)) return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  // Also one of another realm.
  const tag = Object.prototype.toString.call(file);
  if (tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]')
    return new Uint8Array(file as ArrayBuffer);
  const got = typeof file === 'string' ? 'a string' : tag.slice(8, -1);
  const remedy = tag === '[object Blob]' || tag === '[object File]' ? '; read it: await file.arrayBuffer()' : '';
  throw new TypeError(`${where}: expected the bytes of a file (Uint8Array or ArrayBuffer), got ${got}${remedy}`);
}
