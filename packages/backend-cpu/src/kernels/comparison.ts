import type { ComparisonOp } from '@kindling/tensor-core/backend';
import type { PairKernel } from './arithmetic.js';

const eq: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! === b[bi]! ? 1 : 0;
};

const ne: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! !== b[bi]! ? 1 : 0;
};

const lt: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! < b[bi]! ? 1 : 0;
};

const le: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! <= b[bi]! ? 1 : 0;
};

const gt: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! > b[bi]! ? 1 : 0;
};

const ge: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! >= b[bi]! ? 1 : 0;
};

const logicalAnd: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! !== 0 && b[bi]! !== 0 ? 1 : 0;
};

const logicalOr: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! !== 0 || b[bi]! !== 0 ? 1 : 0;
};

const logicalXor: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = (a[ai]! !== 0) !== (b[bi]! !== 0) ? 1 : 0;
};

/** Comparisons with IEEE rules (NaN equals nothing), and logic in which anything but 0 is true, NaN too. */
export const comparisons: Record<ComparisonOp, PairKernel> = {
  eq,
  ne,
  lt,
  le,
  gt,
  ge,
  logicalAnd,
  logicalOr,
  logicalXor,
};
