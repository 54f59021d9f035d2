/** A format that can be decoded. */
export type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp';

/** The formats' extensions, in lower case. */
export const imageExtensions: readonly string[] = ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.bmp'];

/** The format by a file's first bytes, whatever its name says. */
export function formatOf(bytes: Uint8Array): Format | undefined {
  const begins = (text: string, at = 0): boolean => [...text].every((c, i) => bytes[at + i] === c.charCodeAt(0));
  if (begins('\u0089PNG\r\n\u001a\n')) return 'png';
  if (begins('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (begins('RIFF') && begins('WEBP', 8)) return 'webp';
  if (begins('GIF87a') || begins('GIF89a')) return 'gif';
  if (begins('BM')) return 'bmp';
  return undefined;
}
