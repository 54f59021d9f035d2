import { checkOptions, clean, wrong } from '@internal/arguments';
import type { LabelledImage } from '@kindling/train/images';
import type { Finding } from './audit/finding.js';
import { classesFinding } from './audit/imbalance.js';
import { ReportError } from './errors.js';

/** Options of {@link auditImages}. */
export interface AuditImagesOptions<One extends LabelledImage = LabelledImage> {
  /** The images that the model will be judged on, where they are chosen already. */
  readonly test?: readonly One[] | undefined;
  /** What messages call an image, such as its path; nothing when left out. */
  readonly name?: ((image: One) => string) | undefined;
  /** The bytes of an image that is given by its place. */
  readonly read?: ((image: One) => Promise<Uint8Array>) | undefined;
}

const where = 'auditImages';

/**
 * Looks for what makes judgements of classifiers of images wrong: files that stand among training and test images, or twice among the
 * same, and classes so rare that accuracy says nothing. Files are held to be the same where all their bytes are.
 *
 * @returns what was found; nothing where all is well.
 * @throws ReportError for what is no list, unknown options, or a source of which the bytes are not known.
 * @example
 * ```ts
 * import { auditImages } from '@kindling/report/images';
 * const image = (i: number, label: string) => ({ source: Uint8Array.of(i), label });
 * const train = Array.from({ length: 80 }, (_, i) => image(i, i % 2 ? 'cat' : 'dog'));
 * const found = await auditImages(train, { test: [image(3, 'cat'), image(200, 'dog')] });
 * console.log(found[0]?.message); // => 1 test image stands among the training images too: the judgement is too good
 * ```
 */
export async function auditImages<One extends LabelledImage>(
  train: readonly One[],
  options: AuditImagesOptions<One> = {},
): Promise<Finding[]> {
  checkOptions(ReportError, where, options, { test: 1, name: 'function', read: 'function' });
  const { test = [], name, read } = options;
  for (const [what, list] of Object.entries({ 'the images': train, test }))
    if (!Array.isArray(list)) wrong(ReportError, where, what, 'a list of images', list);
  const known = new Set<string>();
  const repeated: One[] = [];
  for (const image of train) {
    const sum = await sumOf(image, read);
    if (known.has(sum)) repeated.push(image);
    known.add(sum);
  }
  const shared: One[] = [];
  for (const image of test) if (known.has(await sumOf(image, read))) shared.push(image);
  const such = ([first]: readonly One[]): string =>
    name === undefined || first === undefined ? '' : `, such as ${clean(name(first))}`;
  const finding = (message: string): Finding => ({ kind: 'duplicates', column: null, message });
  const found: Finding[] = [];
  if (shared.length > 0) {
    const what = shared.length === 1 ? '1 test image stands' : `${shared.length} test images stand`;
    found.push(finding(`${what} among the training images too${such(shared)}: the judgement is too good`));
  }
  if (repeated.length > 0) {
    const what = repeated.length === 1 ? '1 image stands' : `${repeated.length} images stand`;
    const then = test.length > 0 ? 'they count more than others' : 'parted at random, copies can be in both parts';
    found.push(finding(`${what} a second time${such(repeated)}: ${then}`));
  }
  const labels = [...train, ...test].map(({ label }) => label);
  return [...found, ...classesFinding(labels, 'image')];
}

/** A text that is the same for the same bytes, and no others. */
async function sumOf<One extends LabelledImage>(image: One, read: AuditImagesOptions<One>['read']): Promise<string> {
  const { source } = image;
  let bytes: Uint8Array | undefined;
  if (source instanceof Uint8Array) bytes = source;
  else if (source instanceof ArrayBuffer) bytes = new Uint8Array(source);
  else if (typeof Blob !== 'undefined' && source instanceof Blob) bytes = new Uint8Array(await source.arrayBuffer());
  else bytes = await read?.(image);
  if (bytes === undefined)
    throw new ReportError(`${where}: ${clean(String(source))} is a place; say how to read it: read`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return hash.join();
}
