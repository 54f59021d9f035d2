import type { LabelledImage } from '@kindling/train/images';
import { type Content, html } from '../html.js';
import type { Judgement } from '../judged.js';
import { cut, short } from '../numbers.js';
import { dataTable, type Section, section } from './section.js';

/** So many images are shown. */
const WORST = 12;
/** Larger files would make the page heavy. */
const LARGEST = 200_000;

/** The test images of which the model was surest, and wrong. */
export async function imageMistakes(
  { truth, probabilities, measures, labels }: Judgement,
  test: readonly LabelledImage[],
  names: readonly string[],
  read: ((image: LabelledImage) => Promise<Uint8Array>) | undefined,
): Promise<Section | null> {
  const wrong = [...truth.keys()].filter((i) => (probabilities[i]! > measures.threshold ? 1 : 0) !== truth[i]);
  if (wrong.length === 0) return null;
  const miss = (i: number): number => Math.abs(truth[i]! - probabilities[i]!);
  const worst = wrong.sort((a, b) => miss(b) - miss(a) || a - b).slice(0, WORST);
  const rows = await Promise.all(
    worst.map(async (i): Promise<Content[]> => {
      const shown = read === undefined ? null : imageOf(await read(test[i]!));
      const cells: Content[] = [
        cut(names[i]!, 80),
        cut(String(labels[truth[i] as 0 | 1]), 40),
        short(probabilities[i]!),
      ];
      return read === undefined ? cells : [...cells, shown];
    }),
  );
  const head = ['Image', 'True class', `Probability of ${cut(String(labels[1]), 24)}`];
  return section(
    'mistakes',
    'The worst mistakes',
    dataTable(
      read === undefined ? head : [...head, ''],
      rows,
      `The test images that it was surest of and wrong about, ${rows.length} of ${wrong.length}`,
    ),
  );
}

/** A file as a picture in the page, where its first bytes say that browsers show it. */
function imageOf(bytes: Uint8Array): Content {
  const kind = kinds.find(([, ...start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
  if (kind === undefined || bytes.length > LARGEST) return null;
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return html`<img src="data:image/${kind};base64,${btoa(text)}" alt="" style="max-width:96px;max-height:96px;min-width:32px">`;
}

const kinds: readonly (readonly [kind: string, ...start: number[]])[] = [
  ['png', 0x89, 0x50, 0x4e, 0x47],
  ['jpeg', 0xff, 0xd8, 0xff],
  ['gif', 0x47, 0x49, 0x46],
  ['webp', 0x52, 0x49, 0x46, 0x46],
  ['bmp', 0x42, 0x4d],
];
