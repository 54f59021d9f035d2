import { testConformance } from './testing-conformance.js';

testConformance('webgl2');
