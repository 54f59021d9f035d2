import { cpu } from '@kindling/backend-cpu';
import { expect, test, vi } from 'vitest';
import { native } from './index.js';

// Alone, as those who share its modules would have no library either.
vi.mock('./foreign.js', () => ({ foreign: async () => undefined }));

test('where nothing calls libraries it says so, and is cpu()', async () => {
  const onMissing = vi.fn();
  const backend = await native({ onMissing, threads: 1 });
  expect(backend.blas).toBeNull();
  expect(backend.kernels).toBe((await cpu({ threads: 1 })).kernels);
  expect(onMissing).toHaveBeenCalledWith(expect.stringContaining('npm install koffi'));
});
