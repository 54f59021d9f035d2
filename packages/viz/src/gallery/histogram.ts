import { histogram, type Scene } from '@kindling/viz';
import { scores } from './data.js';

export default function example(): Scene {
  return histogram({ ...scores(600, 1.4, 11), classNames: ['rock', 'mine'] });
}
