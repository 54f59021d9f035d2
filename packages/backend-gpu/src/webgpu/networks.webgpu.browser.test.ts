import { expect, it } from 'vitest';
import { gpu } from '../index.js';
// The same trainings: `gpu()` takes WebGPU in a page that has it.
import '../networks.browser.test.js';

it('takes WebGPU where it is there', async () => {
  expect((await gpu()).info).toMatchObject({ mode: 'webgpu', software: true });
});
