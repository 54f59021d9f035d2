/**
 * Importing this gives a page that a bundler made the threads that `cpu()` has everywhere else.
 *
 * @module
 */

import { shareAmongThreads } from './wasm/among-threads.js';
import { sharing } from './wasm/sharing.js';

// Done already where the file was loaded; it is by this line that bundlers keep it.
sharing.among = shareAmongThreads;
