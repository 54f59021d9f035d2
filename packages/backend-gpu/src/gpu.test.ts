import { expect, it } from 'vitest';
import { gpu } from './index.js';

const noWebGL =
  'there is no WebGL 2 outside a browser. Run in a browser that has WebGL 2, or compute on the CPU: ' +
  'setBackend(await cpu()) with @kindling/backend-cpu';

it('says where it runs, and what to use instead, where there is no WebGL 2', async () => {
  await expect(gpu({ mode: 'webgl2' })).rejects.toThrow(`gpu: ${noWebGL}`);
});

it('refuses a budget on WebGPU, where it could not be kept', async () => {
  await expect(gpu({ mode: 'webgpu', budget: 1e6 })).rejects.toThrow("a budget is of mode 'webgl2' only");
});
