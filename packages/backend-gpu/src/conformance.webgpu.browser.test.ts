import { testConformance } from './testing-conformance.js';

testConformance('webgpu');
