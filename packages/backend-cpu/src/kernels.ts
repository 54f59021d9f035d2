/**
 * Importing this gives a page that a bundler made the kernels of what few pages need, such as convolutions and pooling, which
 * `cpu()` has everywhere else; without them the results are the same, more slowly.
 *
 * @module
 */

import { added } from './added.js';
import { addMoreKernels } from './more-kernels.js';

// Done already where the file was loaded; it is by this line that bundlers keep it.
addMoreKernels(added);
