import { toSvg, toTerminal } from '@kindling/viz';
import { describe, expect, test } from 'vitest';
import { gallery } from './index.js';

describe.each(Object.entries(gallery))('%s', (name, example) => {
  test('is the picture in the gallery, in light and dark', async () => {
    await expect(toSvg(example())).toMatchFileSnapshot(`../../gallery/${name}.svg`);
    await expect(toSvg(example({ theme: 'dark' }))).toMatchFileSnapshot(`../../gallery/dark/${name}.svg`);
  });

  test('is the text in the gallery', async () => {
    const text = toTerminal(example(), { columns: 80, rows: name === 'figure' ? 48 : 24, color: false });
    await expect(`${text}\n`).toMatchFileSnapshot(`../../gallery/${name}.txt`);
  });
});
