import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { playgrounds } from './playgrounds.js';

const { start, number, until, settled } = playgrounds();
const conformance = fileURLToPath(new URL('../../../../internal/conformance/', import.meta.url));

/** What a click lets one save. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-test=${button}]`).click()]);
  return readFileSync(await download.path());
}

describe('what a reader brings', () => {
  it('takes a CSV file, and says what is wrong with one', async () => {
    const { page, problems } = await start();
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${Math.sin(i)},${Math.cos(i * 1.7)},${i % 2 === 0 ? 'cat' : 'dog'}`,
    );
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('[data-test=csv]').setInputFiles(file('own.csv', `height,weight,kind\n${rows.join('\n')}\n`));
    await page.getByText('own.csv: 60 rows, class 1 is “dog”').waitFor();
    await page.locator('[data-test=play]').click();
    await until(page, 'epoch', (epoch) => epoch > 10);
    await page.locator('[data-test=csv]').setInputFiles(file('bad.csv', 'a,b\n1,2\n'));
    await page.getByText('bad.csv has').waitFor();
    expect(problems).toEqual([]);
  });

  it('learns the digits, and images of one’s own', async () => {
    const { page, problems } = await start();
    await page.locator('[data-test=data-digits]').click();
    await page.getByText('digits: 357 rows, class 1 is “8”').waitFor();
    await page.locator('[data-test=play]').click();
    // The network is shown all pixels of an image.
    await until(page, 'heldout-accuracy', (accuracy) => accuracy >= 95);
    await page.locator('[data-test=play]').click();
    const [pixels] = (await page.locator('[data-test=inputs]').textContent())!.split(' ');
    expect(Number(pixels)).toBeGreaterThan(50);
    const shades = () =>
      page.locator('[data-test=nearest-image]').evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
        return [width, height, ...data].join();
      });
    const first = await shades();
    expect(first).toMatch(/^8,8,/);
    await page.getByRole('application').hover({ position: { x: 30, y: 60 } });
    await expect.poll(shades).not.toBe(first);
    const { search } = new URL(page.url());
    expect(search).toContain(`inputs=${pixels}`);
    const second = await start(search);
    await second.page.getByText('digits: 357 rows').waitFor();
    for (const one of [page, second.page]) {
      await one.locator('[aria-label="Restart from the first weights"]').click();
      await one.locator('[data-test=step]').click();
      await until(one, 'epoch', (epoch) => epoch === 1);
    }
    const loss = await settled(() => number(page, 'train-loss'));
    await expect.poll(() => number(second.page, 'train-loss')).toBe(loss);
    // Of the two components alone less is to be known.
    await page.locator('[data-test=shown]').selectOption('drawn');
    await expect.poll(() => page.locator('[data-test=inputs]').count()).toBe(0);
    expect(new URL(page.url()).search).toContain('source=digits');
    expect(new URL(page.url()).search).not.toContain('inputs=');
    await page.locator('[data-test=data-sonar]').click();
    await page.getByText('Sonar: 208 rows').waitFor();
    await page.locator('[data-test=play]').click();
    await until(page, 'train-accuracy', (accuracy) => accuracy > 60);
    await page.locator('[data-test=images]').click();
    const images = async (dark: boolean) =>
      Promise.all(
        Array.from({ length: 6 }, async (_, i) => {
          const url = await page.evaluate(
            ([dark, i]) => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 20, height: 30 });
              const context = canvas.getContext('2d')!;
              context.fillStyle = dark ? '#223' : '#eed';
              context.fillRect(0, 0, 20, 30);
              context.fillStyle = '#888';
              context.fillRect(2 * Number(i), 8 + Number(i), 6, 9);
              return canvas.toDataURL();
            },
            [dark, i] as const,
          );
          return { name: `${i}.png`, mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1]!, 'base64') };
        }),
      );
    await page.locator('[data-test=images-0]').setInputFiles(await images(true));
    await page.locator('[data-test=images-1]').setInputFiles(await images(false));
    await page.getByText('your images: 12 rows, class 1 is “second”').waitFor();
    const text = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no image') };
    await page.locator('[data-test=images-1]').setInputFiles(Array.from({ length: 6 }, () => text));
    await page.getByText('a.png is no image').waitFor();
    expect(problems).toEqual([]);
  });
});

describe('what a reader takes along', () => {
  it('exports programs, and draws points by the keyboard', async () => {
    const { page, problems } = await start('?layers=3-Tanh');
    const code = () => page.locator('[data-test=code]').textContent();
    await page.locator('[data-test=more-export]').click();
    await page.locator('[data-test=typescript]').click();
    await expect.poll(code).toContain('new Linear(2, 3),');
    await page.locator('[data-test=pytorch]').click();
    await expect.poll(code).toContain('nn.Linear(2, 3),');
    await page.locator('[data-test=draw]').click();
    const { search } = new URL(page.url());
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).search).not.toBe(search);
    expect(problems).toEqual([]);
  });

  it('is the program whose losses the page shows, and its weights', async () => {
    // The experiment of a PyTorch script whose losses are committed.
    const { page, problems } = await start('?engine=torch&n=24&heldout=0.25&layers=4-Tanh');
    for (let epoch = 1; epoch <= 20; epoch++) {
      await page.locator('[data-test=step]').click();
      await until(page, 'epoch', (now) => now === epoch);
    }
    const script = readFileSync(`${conformance}python/experiments/plain.py`, 'utf8');
    const { plain } = JSON.parse(readFileSync(`${conformance}values/train/experiments.json`, 'utf8'));
    const heldOut = Number(/held-out (\S+)/.exec(plain[19])![1]);
    expect(Math.abs((await number(page, 'heldout-loss')) - heldOut)).toBeLessThan(0.0006);
    await page.locator('[data-test=more-export]').click();
    await page.locator('[data-test=pytorch]').click();
    expect((await saved(page, 'download')).toString()).toBe(script);
    await page.locator('[data-test=typescript]').click();
    // That it gives the losses of the session is tested with the packages.
    const program = (await saved(page, 'download')).toString();
    expect(program).toContain('manualSeed(42, { engine: TorchGenerator });');
    expect(
      program
        .match(/^ {4}\[.*\],$/gm)!
        .join()
        .match(/\[/g),
    ).toHaveLength(24);
    const weights = await saved(page, 'weights');
    const header = JSON.parse(weights.subarray(8, 8 + Number(weights.readBigUInt64LE())).toString());
    expect(header['0.weight'].shape).toEqual([4, 2]);
    expect(JSON.parse(header.__metadata__.spec)).toMatchObject({ engine: 'torch', data: { samples: 24 } });
    expect(problems).toEqual([]);
  });
});
