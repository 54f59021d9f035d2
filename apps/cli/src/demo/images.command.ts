import { buildCommand } from '@stricli/core';
import { createReporter } from '../output/reporter.js';
import { demoFlags, positiveInteger } from './parameters.js';
import type { DemoFlags } from './setup.js';

const tutorialEpochs = 40;
const augmentations = ['flip', 'rotate', 'shift'] as const;

interface ImagesFlags extends DemoFlags {
  readonly data?: string;
  readonly augment: string;
  readonly few: number;
  readonly size?: number;
}

/** `flip,rotate` in parts; `none` for nothing. */
function parts(text: string): (typeof augmentations)[number][] {
  return text === 'none' ? [] : text.split(',').map(augmentation);
}

function augmentation(name: string): (typeof augmentations)[number] {
  const found = augmentations.find((one) => one === name);
  if (found !== undefined) return found;
  throw new Error(`"${name}" is no augmentation; there are ${augmentations.join(', ')}, joined by commas, and none`);
}

export const imagesCommand = buildCommand<ImagesFlags>({
  docs: { brief: 'Images in folders: a CNN with and without augmentation, on few images and on all' },
  parameters: {
    flags: {
      ...demoFlags(tutorialEpochs),
      data: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'A folder of your own: a folder for each class, or train and test with these in them',
        placeholder: 'FOLDER',
      },
      augment: {
        kind: 'parsed',
        parse: String,
        brief: 'flip, rotate, shift, joined by commas, or none',
        default: 'flip,rotate',
      },
      few: { kind: 'parsed', parse: positiveInteger, brief: 'Images of the models that get few', default: '24' },
      size: { kind: 'parsed', parse: positiveInteger, optional: true, brief: 'Bring images to this height and width' },
    },
  },
  async func(flags) {
    const { runImages } = await import('./images.js');
    const augment = parts(flags.augment);
    const { prepare } = await import('./setup.js');
    const reporter = createReporter(this, flags.json);
    const session = await prepare('images', flags, reporter);
    const { data, size } = flags;
    const options = { epochs: flags.epochs ?? tutorialEpochs, augment, few: flags.few };
    await runImages(session, { ...options, ...(data && { data }), ...(size && { size }) }, reporter);
  },
});
