/**
 * Importing this gives tensors the methods that a bundler leaves out of a page, such as `x.sort()` and `x.norm()`, and the options of `div`, `add` and `sub`.
 *
 * @module
 */
import { defineSeldom } from './methods/seldom.js';

// Done already where the file was loaded; it is by this line that bundlers keep it.
defineSeldom();
