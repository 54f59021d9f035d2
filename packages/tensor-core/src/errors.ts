/** Shapes, dimensions or sizes that do not fit an operation. */
export class ShapeError extends Error {
  override name = 'ShapeError';
}

/** A dtype that an operation or a backend does not take. */
export class DTypeError extends Error {
  override name = 'DTypeError';
}

/** A graph that cannot be differentiated as asked. */
export class AutogradError extends Error {
  override name = 'AutogradError';
}

/** No backend, or several in one operation. */
export class BackendError extends Error {
  override name = 'BackendError';
}

/** An index or argument outside its range. */
export class ArgumentError extends Error {
  override name = 'ArgumentError';
}
