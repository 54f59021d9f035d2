import { trainings } from './testing-trainings.js';

trainings('webgl2');
