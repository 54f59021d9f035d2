/** The worker of the playground and of the front page. */
import { serveTraining } from '@kindling/train/worker';

serveTraining({
  backends: {
    cpu: async () => {
      // The bundler of this site leaves out what gives tensors their methods, unless the package is loaded as a whole.
      await import('@kindling/tensor-core');
      return (await import('@kindling/backend-cpu')).cpu();
    },
    // GPU.js is large, and few ask for it.
    gpu: async () => {
      await import('@kindling/tensor-core');
      return (await import('@kindling/backend-gpu')).gpu();
    },
  },
});
