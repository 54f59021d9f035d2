import { networks } from './testing-networks.js';

networks('webgl2');
