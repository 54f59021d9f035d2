/**
 * The worker of image folders: decodes and transforms.
 *
 * @module
 */
import { makeFolder } from './images/from-recipe.js';
import { serve } from './workers/serve.js';

serve(makeFolder);
