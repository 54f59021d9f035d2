import type { StateDict } from '@kindling/nn';
import { tensor } from '@kindling/tensor-core';
import { toElements } from './dtypes.js';
import { openFile } from './file.js';
import { toBytes } from './to-bytes.js';

/** What is in a safetensors file. */
export interface SafetensorsFile {
  /** The tensors by name, on the current backend. */
  readonly tensors: StateDict;
  /** The texts of its header. */
  readonly metadata: Record<string, string>;
}

/**
 * The tensors of a safetensors file, such as a state dict that PyTorch saved.
 *
 * `F16` and `BF16` become float32; integers of other widths become int32, where they fit. The file is checked as a whole
 * before anything is made of it: sizes, overlaps, bytes that belong to nothing, and the checksum where there is one.
 *
 * @param file - its bytes; of a `File` in a page: `await file.arrayBuffer()`.
 * @throws `SafetensorsError` for what is damaged, cut off or no such file. `TypeError` for what is no bytes.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * import { readSafetensors, writeSafetensors } from '@kindling/train/safetensors';
 * setBackend(await cpu());
 * const model = new Linear(2, 1);
 * const file = await writeSafetensors(model.stateDict());
 * const again = new Linear(2, 1);
 * again.loadStateDict(readSafetensors(file).tensors);
 * console.log(again(ones(1, 2)).item() === model(ones(1, 2)).item()); // => true
 * ```
 */
export function readSafetensors(file: Uint8Array | ArrayBuffer): SafetensorsFile {
  const { entries, metadata, data } = openFile(toBytes('readSafetensors', file));
  const tensors = [...entries].map(([name, { type, shape, begin, end }]) => {
    const { values, dtype } = toElements(name, type, data.subarray(begin, end));
    return [name, tensor(values, { dtype }).reshape(shape)] as const;
  });
  return { tensors: Object.fromEntries(tensors), metadata: { ...metadata } };
}
