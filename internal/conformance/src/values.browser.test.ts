// The same values in a page: V8's functions and WebAssembly are the browser's there.
import './ops.test.js';
import './printing.test.js';
import './properties.test.js';
