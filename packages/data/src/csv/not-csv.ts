/** Files that are no tables of text, by their first bytes as Latin-1 text. */
const MAGIC: readonly [start: string, what: string][] = [
  ['\x1f\x8b', 'a gzip file; decompress it, as with stream.pipeThrough(new DecompressionStream("gzip"))'],
  ['BZh', 'a bzip2 file; decompress it first'],
  ['\xfd7zXZ\0', 'an xz file; decompress it first'],
  ['\x28\xb5\x2f\xfd', 'a zstd file; decompress it first'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive; unpack it first'],
  ['Rar!\x1a\x07', 'a RAR archive; unpack it first'],
  ['PAR1', 'a Parquet file; save it as CSV first'],
  ['ARROW1', 'an Arrow (Feather) file; save it as CSV first'],
  ['FEA1', 'a Feather file; save it as CSV first'],
  ['ORC', 'an ORC file; save it as CSV first'],
  ['Obj\x01', 'an Avro file; save it as CSV first'],
  ['\x93NUMPY', 'a NumPy array (.npy), not a CSV'],
  ['\x89HDF\r\n', 'an HDF5 file, not a CSV'],
  ['SQLite format 3\0', 'an SQLite database; export a table as CSV first'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Excel workbook or Office document; save the sheet as CSV first'],
  ['\x89PNG\r\n', 'a PNG image, not a CSV'],
  ['\xff\xd8\xff', 'a JPEG image, not a CSV'],
  ['GIF87a', 'a GIF image, not a CSV'],
  ['GIF89a', 'a GIF image, not a CSV'],
  ['II*\0', 'a TIFF image, not a CSV'],
  ['MM\0*', 'a TIFF image, not a CSV'],
  ['%PDF-', 'a PDF document, not a CSV'],
  ['RDX2\n', 'an R data file; save it with write.csv first'],
  ['RDX3\n', 'an R data file; save it with write.csv first'],
  ['\x7fELF', 'a program, not a CSV'],
  ['\0asm', 'a WebAssembly module, not a CSV'],
  ['\xff\xfe\0\0', 'UTF-32 text; save it as UTF-8 first'],
  ['\0\0\xfe\xff', 'UTF-32 text; save it as UTF-8 first'],
  ['$FL2', 'an SPSS file (.sav); save it as CSV first'],
  ['{\\rtf', 'an RTF document; save it as text first'],
  ['version https://git-lfs', 'a Git LFS pointer; fetch the file itself with git lfs pull'],
  ['-----BEGIN', 'a key or certificate, not a CSV'],
];

/** What bytes are when they are no CSV, in words that say what to do; `undefined` where they may be one. */
export function whatElse(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 4096));
  for (const [magic, what] of MAGIC) if (start.startsWith(magic)) return what;
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return whichZip(bytes, start);
  if (start.startsWith('RIFF')) {
    const kind = { WEBP: 'a WebP image', WAVE: 'a sound', 'AVI ': 'a film' }[start.slice(8, 12)];
    if (kind !== undefined) return `${kind}, not a CSV`;
  }
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return 'a BMP image, not a CSV';
  if (start.slice(4, 8) === 'ftyp') return 'a film or an HEIC or AVIF image, not a CSV';
  if (start.slice(257, 262) === 'ustar') return 'a tar archive; unpack it first';
  if (bytes[0] === 0x80 && bytes[1]! >= 2 && bytes[1]! <= 5 && bytes.length > 2)
    return 'a Python pickle; save the table with to_csv first';
  return whichText(start);
}

function whichZip(bytes: Uint8Array, start: string): string {
  // The names of a zip's members stand before each of them and once more at its end.
  const names = start + latin1(bytes.subarray(Math.max(0, bytes.length - 65536)));
  if (names.includes('word/')) return 'a Word document, not a CSV';
  if (names.includes('ppt/')) return 'a PowerPoint file, not a CSV';
  if (names.includes('xl/') || names.includes('[Content_Types].xml'))
    return 'an Excel workbook (.xlsx); save the sheet as CSV first';
  if (names.includes('opendocument.spreadsheet')) return 'an OpenDocument spreadsheet; save the sheet as CSV first';
  if (names.includes('.npy')) return 'a NumPy archive (.npz), not a CSV';
  return 'a zip archive, as an Excel workbook (.xlsx) is; unpack it, or save the sheet as CSV, first';
}

function whichText(start: string): string | undefined {
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  const lower = text.slice(0, 200).toLowerCase();
  if (/^<(!doctype html|html|head|body|table|script)[\s>]/.test(lower)) {
    return 'an HTML page, perhaps a login or an error in place of the file';
  }
  if (lower.startsWith('<?xml') || lower.startsWith('<svg') || lower.startsWith('<!--'))
    return 'an XML document, not a CSV';
  if (/^[[{]\s*(["{[\]}]|$)/.test(text) && !/^\[[^\]"{]*\]/.test(text)) {
    const lines = /^\{[^\n]*\}\s*\n\s*\{/.test(text);
    return lines ? 'JSON Lines; read it with readJsonLines' : 'JSON; make a table of its rows with Table.from';
  }
  if (/^[^\n]*\|[^\n]*\r?\n[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?:\r?\n|$)/.test(text))
    return 'a Markdown table; save it as CSV first';
  if (/^[-+]?\d+(?:\.\d+)?(?: \d+:[-+.\de]+)+ *\r?\n[-+]?\d+(?:\.\d+)? \d+:/i.test(text))
    return 'a LIBSVM file; write its values out as CSV first';
  if (/^(?:insert into|create table|drop table)\s/i.test(text)) return 'an SQL script; export the table as CSV first';
  const first = text.split(/\r\n?|\n/).find((line) => !/^\s*(%.*)?$/.test(line));
  if (first !== undefined && /^\s*@relation\b/i.test(first)) {
    return 'an ARFF file (Weka); keep the lines after @data, and the names of its attributes as the header';
  }
  return undefined;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
