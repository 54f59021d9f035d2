import type { Sequential } from '@kindling/nn';
import { noGrad, scope, tensor } from '@kindling/tensor-core';

/** Rows that go through at once: fewer where a row is an image. */
const blockOf = (width: number): number => Math.min(8192, Math.max(64, Math.floor(2 ** 21 / width)));

/** The mean of the networks' logits for each row of a matrix. */
export async function logitsOf(
  networks: readonly Sequential[],
  matrix: Float32Array,
  rows: number,
): Promise<Float64Array> {
  const logits = new Float64Array(rows);
  const width = rows === 0 ? 0 : matrix.length / rows;
  const block = blockOf(width);
  for (let start = 0; start < rows; start += block) {
    const count = Math.min(block, rows - start);
    const outputs = scope(() =>
      noGrad(() => {
        const x = tensor(matrix.subarray(start * width, (start + count) * width)).reshape([count, width]);
        return networks.map((network) => network(x));
      }),
    );
    for (const output of outputs) {
      const values = await output.data();
      output.dispose();
      for (let i = 0; i < count; i++) logits[start + i]! += values[i]! / networks.length;
    }
  }
  return logits;
}
