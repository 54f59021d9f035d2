/** The worker of the browser's test. */
import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { serveTraining } from '../worker/serve.js';

serveTraining({ backends: { cpu, gpu } });
