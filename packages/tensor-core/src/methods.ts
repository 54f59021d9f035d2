/**
 * Importing this gives tensors the methods that a bundler leaves out of a page, such as `x.sort()` and `x.norm()`, and the options of `div`, `add` and `sub`.
 *
 * @module
 */
import { defineMethods } from './methods/define.js';
import { seldom } from './methods/seldom.js';
import { withAlpha } from './ops/alpha.js';
import { divWith } from './ops/div-whole.js';
import { provideOptions } from './ops/seldom-options.js';
import { provideNormals } from './random/seedrandom.js';
import { fillNormal } from './random/ziggurat.js';

// Done already where the file was loaded; it is by this line that bundlers keep it.
defineMethods(seldom);
provideNormals(fillNormal);
provideOptions({ div: divWith, alpha: withAlpha });
