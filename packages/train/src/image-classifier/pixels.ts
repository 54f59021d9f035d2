import { decodeImage, type ImageSource, Resize } from '@kindling/data/images';

/** How many are decoded at the same time. */
const ATONCE = 8;

/** Images of one size as rows of numbers from -1 to 1: all of red, then green, then blue. */
export async function pixelsOf(sources: readonly ImageSource[], size: number): Promise<Float32Array> {
  const area = size * size;
  const pixels = new Float32Array(sources.length * 3 * area);
  const resize = new Resize([size, size]);
  const write = async (row: number): Promise<void> => {
    const image = await decodeImage(sources[row]!, { mode: 'rgb' });
    const { data } = resize.apply(image) as { readonly data: ArrayLike<number> };
    const at = row * 3 * area;
    for (let i = 0; i < area; i++) for (let c = 0; c < 3; c++) pixels[at + c * area + i] = data[i * 3 + c]! / 127.5 - 1;
  };
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < sources.length) await write(next++);
  };
  await Promise.all(Array.from({ length: Math.min(ATONCE, sources.length) }, work));
  return pixels;
}
