/** Writes `docs/guide/names.md`, the page of PyTorch's and scikit-learn's names. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@internal/doctest/modules';
import { pageOfNames } from './names/page-of-names.ts';

writeFileSync(join(root, 'docs/guide/names.md'), pageOfNames());
