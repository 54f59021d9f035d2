/** A page that only scales columns. */
import { StandardScaler } from '@kindling/data';

console.log(
  new StandardScaler()
    .fit([
      [0, 5],
      [2, 5],
    ])
    .transform([[1, 5]]),
);
