// The module of more.ts with tiles for vectors of 256 bits.
@global const WIDE: bool = true;

export * from './more';
