/** A page that names one layer. */
import { Linear } from '@kindling/nn';

console.log(Linear);
