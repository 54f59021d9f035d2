// The module of index.ts with tiles for vectors of 256 bits, which src/wide.ts loads in its place.
@global const WIDE: bool = true;

export * from './index';
