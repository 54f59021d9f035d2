import { trainings } from '../testing-trainings.js';

trainings('webgpu');
