// The same values in a page: V8's functions and WebAssembly are the browser's there.
import './blobs.test.js';
import './metrics.test.js';
import './nn.test.js';
import './ops.test.js';
import './optim.test.js';
import './printing.test.js';
import './properties.test.js';
import './random.test.js';
import './sklearn-data.test.js';
