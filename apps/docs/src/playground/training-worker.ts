/** The worker of the playground and of the front page. */
import { cpu } from '@kindling/backend-cpu';
import { serveTraining } from '@kindling/train/worker';

serveTraining({
  backends: {
    cpu: () => cpu(),
    // GPU.js is large, and few ask for it.
    gpu: async () => (await import('@kindling/backend-gpu')).gpu(),
  },
});
