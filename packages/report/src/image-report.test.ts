import { cpu } from '@kindling/backend-cpu';
import { digitsFolder, ImageFolder } from '@kindling/data/images';
import { setBackend } from '@kindling/tensor-core';
import { imageClassifier } from '@kindling/train/images';
import { expect, it } from 'vitest';
import { imageReport } from './images.js';

it('is one page with measures, plain models beside it and the images it was wrong about, and no HTML of others', async () => {
  setBackend(await cpu());
  const { samples, classes } = new ImageFolder(digitsFolder('test'));
  const evil = '<script>alert(1)</script>';
  const images = samples.map(([source, label]) => ({ source, label: classes[label] === '8' ? evil : '3' }));
  const [train, test] = [images.filter((_, i) => i % 3 > 0), images.filter((_, i) => i % 3 === 0)];
  const options = { size: 8, members: 2, epochs: 3, seed: 1 };
  const model = await imageClassifier({ ...options, filters: [4], hidden: [8] }).fit(train, { positive: evil });
  const plain = await imageClassifier({ ...options, filters: [], hidden: [] }).fit(train, { positive: evil });
  const names = test.map((_, i) => `"><img src=x onerror=alert(${i})>`);
  const gif = Buffer.from('R0lGODdhAgABAIAAAAAAAP///ywAAAAAAgABAAACAkQKADs=', 'base64');
  const { html, pictures } = await imageReport(model, {
    test,
    names,
    baselines: { 'logistic regression': plain },
    warnings: [evil],
    reproduce: `kindling train ${evil}`,
    read: async () => gif,
  });
  expect(html).not.toMatch(/<script|<img src=x|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).toMatch(/By log loss the (?:network|logistic regression) is/);
  const wrong = (await model.predict(test.map(({ source }) => source))).filter((said, i) => said !== test[i]!.label);
  expect(html.split('src="data:image/gif;base64,').length - 1).toBe(Math.min(wrong.length, 12));
  expect(Object.keys(pictures)).toEqual(expect.arrayContaining(['roc', 'confusion', 'calibration']));
  await expect(imageReport(model, { test: [] })).rejects.toThrow('a list of images');
  await expect(imageReport(model, { tset: test } as never)).rejects.toThrow("did you mean 'test'");
});
