import { expect, it } from 'vitest';
import { checkpointInBrowser } from './index.js';

it('keeps the bytes that were written last', async () => {
  const kept = checkpointInBrowser('test');
  await kept.write(Uint8Array.of(1, 2, 3));
  await kept.write(Uint8Array.of(4));
  expect(await checkpointInBrowser('test').read()).toEqual(Uint8Array.of(4));
  expect(await checkpointInBrowser('another').read()).toBeNull();
});
