/** A matrix as columns, one after the other: what works on columns stays in one piece of memory. */
export interface ColumnMatrix {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Singular values in descending order, and the right singular vectors as rows, one after the other. */
export interface RightSvd {
  readonly values: Float64Array;
  /** `values.length` rows of as many numbers as the matrix has columns. */
  readonly vectors: Float64Array;
}

/**
 * The singular values and right singular vectors of a matrix: Householder's QR first (Golub and Van Loan, 5.2), then one-sided
 * Jacobi rotations (Hestenes, 1958) of the small triangle. `matrix` is overwritten.
 */
export function rightSvd(matrix: ColumnMatrix): RightSvd {
  return matrix.rows >= matrix.columns ? tall(matrix) : wide(matrix);
}

/** A = QR, R = US Vᵀ. */
function tall(matrix: ColumnMatrix): RightSvd {
  const d = matrix.columns;
  const triangle = triangleOf(matrix, reflect(matrix));
  const { values, rotations, order } = jacobi(triangle, d);
  const vectors = new Float64Array(d * d);
  for (const [k, column] of order.entries()) vectors.set(rotations.subarray(column * d, column * d + d), k * d);
  return { values, vectors };
}

/** Aᵀ = QR, so A = Rᵀ Qᵀ; with Rᵀ = US Wᵀ the right vectors are the columns of QW. */
function wide({ data, rows, columns }: ColumnMatrix): RightSvd {
  const turned = { data: new Float64Array(data.length), rows: columns, columns: rows };
  for (let j = 0; j < columns; j++) for (let i = 0; i < rows; i++) turned.data[i * columns + j] = data[j * rows + i]!;
  const scales = reflect(turned);
  const upper = triangleOf(turned, scales);
  const lower = new Float64Array(rows * rows);
  for (let j = 0; j < rows; j++) for (let i = 0; i <= j; i++) lower[i * rows + j] = upper[j * rows + i]!;
  const { values, rotations, order } = jacobi(lower, rows);
  const vectors = new Float64Array(rows * columns);
  for (const [k, column] of order.entries()) {
    const out = vectors.subarray(k * columns, (k + 1) * columns);
    out.set(rotations.subarray(column * rows, (column + 1) * rows));
    for (let j = rows - 1; j >= 0; j--)
      applyReflection(turned.data.subarray(j * columns, (j + 1) * columns), j, scales.betas[j]!, out);
  }
  return { values, vectors };
}

interface Reflections {
  /** The diagonal of R. */
  readonly diagonal: Float64Array;
  /** What each reflection is scaled by. */
  readonly betas: Float64Array;
}

/** Makes a matrix triangular by reflections, whose vectors stay on and below its diagonal. */
function reflect({ data, rows, columns }: ColumnMatrix): Reflections {
  const diagonal = new Float64Array(columns);
  const betas = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    const column = data.subarray(j * rows, (j + 1) * rows);
    let norm = 0;
    for (let i = j; i < rows; i++) norm += column[i]! * column[i]!;
    norm = Math.sqrt(norm);
    if (norm === 0) continue;
    const head = column[j]! > 0 ? -norm : norm;
    diagonal[j] = head;
    column[j]! -= head;
    // vᵀv = 2 · norm · |v₀|
    betas[j] = 1 / (norm * Math.abs(column[j]!));
    for (let k = j + 1; k < columns; k++)
      applyReflection(column, j, betas[j]!, data.subarray(k * rows, (k + 1) * rows));
  }
  return { diagonal, betas };
}

function applyReflection(vector: Float64Array, from: number, beta: number, to: Float64Array): void {
  let dot = 0;
  for (let i = from; i < vector.length; i++) dot += vector[i]! * to[i]!;
  dot *= beta;
  for (let i = from; i < vector.length; i++) to[i]! -= dot * vector[i]!;
}

function triangleOf({ data, rows, columns }: ColumnMatrix, { diagonal }: Reflections): Float64Array {
  const triangle = new Float64Array(columns * columns);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < j; i++) triangle[j * columns + i] = data[j * rows + i]!;
    triangle[j * columns + j] = diagonal[j]!;
  }
  return triangle;
}

/** Turns the columns of a square matrix until they are at right angles; their lengths are the singular values. */
function jacobi(
  a: Float64Array,
  n: number,
): { values: Float64Array; rotations: Float64Array; order: readonly number[] } {
  const rotations = new Float64Array(n * n);
  for (let j = 0; j < n; j++) rotations[j * n + j] = 1;
  for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        let alpha = 0;
        let beta = 0;
        let gamma = 0;
        for (let i = 0; i < n; i++) {
          const x = a[p * n + i]!;
          const y = a[q * n + i]!;
          alpha += x * x;
          beta += y * y;
          gamma += x * y;
        }
        if (gamma === 0 || Math.abs(gamma) <= 1e-16 * Math.sqrt(alpha * beta)) continue;
        turned = true;
        const zeta = (beta - alpha) / (2 * gamma);
        const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cos = 1 / Math.sqrt(1 + t * t);
        rotate(a, p * n, q * n, n, cos, cos * t);
        rotate(rotations, p * n, q * n, n, cos, cos * t);
      }
    }
  }
  const lengths = Float64Array.from({ length: n }, (_, j) => normOf(a, j * n, n));
  const order = Array.from(lengths.keys()).sort((p, q) => lengths[q]! - lengths[p]! || p - q);
  return { values: Float64Array.from(order, (j) => lengths[j]!), rotations, order };
}

function rotate(data: Float64Array, p: number, q: number, n: number, cos: number, sin: number): void {
  for (let i = 0; i < n; i++) {
    const x = data[p + i]!;
    const y = data[q + i]!;
    data[p + i] = cos * x - sin * y;
    data[q + i] = sin * x + cos * y;
  }
}

function normOf(data: Float64Array, from: number, n: number): number {
  let sum = 0;
  for (let i = from; i < from + n; i++) sum += data[i]! * data[i]!;
  return Math.sqrt(sum);
}
