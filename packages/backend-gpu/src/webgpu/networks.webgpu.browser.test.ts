import { expect, it } from 'vitest';
import { gpu } from '../index.js';
import { networks } from '../testing-networks.js';

networks('webgpu');

it('is asked for, and taken first where any will do', async () => {
  expect((await gpu()).info.mode).toBe('webgl2');
  expect((await gpu({ mode: 'auto' })).info).toMatchObject({ mode: 'webgpu', software: true });
});
