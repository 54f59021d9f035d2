/**
 * NumPy's legacy random stream, which scikit-learn draws from. A page that does not import it does not load it.
 *
 * @module
 */
export { type ChoiceOptions, RandomState, type RandomStateState, type Shuffleable } from './random/numpy.js';
export { NumpyGenerator } from './random/numpy-generator.js';
export { numpyRandom } from './random/numpy-random.js';
