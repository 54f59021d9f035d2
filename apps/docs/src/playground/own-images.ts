import { digitsFiles } from '../digits-files.js';
import type { OwnTable } from './own-data.js';

/** Images are looked at as so many times so many shades of grey. */
const SIDE = 8;
const FEWEST = 5;
const MOST = 500;

/** The shades of an image's middle square, row by row from the top, 0 to 1. */
async function shades(image: Blob, name: string): Promise<Float64Array> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(image);
  } catch {
    throw new Error(`${name} is no image that this browser can read`);
  }
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  const side = Math.min(bitmap.width, bitmap.height);
  context.drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
  bitmap.close();
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  // ITU-R BT.601, as Pillow's and torchvision's grey.
  return Float64Array.from(
    { length: SIDE * SIDE },
    (_, i) => (0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!) / 255,
  );
}

/** Images of two classes as a table: a column a pixel. */
async function tableOfImages(
  name: string,
  classes: readonly [string, string],
  images: readonly { readonly image: Blob; readonly name: string; readonly label: number }[],
): Promise<OwnTable> {
  const rows = await Promise.all(images.map((one) => shades(one.image, one.name)));
  const numbers = Array.from({ length: SIDE * SIDE }, (_, pixel) => ({
    name: `pixel ${(pixel % SIDE) + 1}, ${Math.floor(pixel / SIDE) + 1}`,
    values: Float64Array.from(rows, (row) => row[pixel]!),
  })).filter(({ values }) => values.some((value) => value !== values[0]));
  if (numbers.length < 2) throw new Error('the images are all the same');
  const values = images.map(({ label }) => classes[label]!);
  return { name, numbers, classes: [{ name: 'class', values, names: classes }], images: rows };
}

/** Reads image files of two classes in the page; they go nowhere else. Throws errors for the reader. */
export function readOwnImages(files: readonly [readonly File[], readonly File[]]): Promise<OwnTable> {
  for (const [i, { length }] of files.entries()) {
    if (length < FEWEST)
      throw new Error(`class ${i} has ${length} images; at least ${FEWEST} of each class are needed`);
    if (length > MOST) throw new Error(`class ${i} has ${length} images; take up to ${MOST} of each class`);
  }
  const images = files.flatMap((own, label) => own.map((image) => ({ image, name: image.name, label })));
  return tableOfImages('your images', ['first', 'second'], images);
}

/** Handwritten threes and eights, all that there are. */
export function digitsTable(): Promise<OwnTable> {
  const images = (['train', 'test'] as const)
    .flatMap(digitsFiles)
    .map(({ path, source }) => ({ image: source, name: path, label: path.startsWith('8/') ? 1 : 0 }));
  return tableOfImages('digits', ['3', '8'], images);
}
