/** A file of an image, as `ImageFolder` takes it in a page. */
export interface DigitFile {
  readonly path: string;
  readonly source: Blob;
}

/** Handwritten threes and eights, from the files that ship with `@kindling/data`; their DATA.md names the source. */
export function digitsFiles(part: 'train' | 'test'): DigitFile[] {
  const files = import.meta.glob<string>('../../../packages/data/digits/*/*/*.png', {
    query: '?inline',
    import: 'default',
    eager: true,
  });
  return Object.entries(files).flatMap(([path, url]) => {
    const own = path.split(`/digits/${part}/`)[1];
    if (own === undefined) return [];
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
    return [{ path: own, source: new Blob([bytes], { type: 'image/png' }) }];
  });
}
