import { Tensor, tensor } from '@kindling/tensor-core';
import { FloatImage } from '../images/float-image.js';

const key = 'kindling';

/** A sample as data that can be sent: tensors and images become their numbers, whose memory is handed over. */
export function pack(value: unknown, transfer: ArrayBuffer[]): unknown {
  if (value instanceof FloatImage) {
    transfer.push(value.data.buffer as ArrayBuffer);
    return { [key]: 'image', data: value.data, shape: value.shape };
  }
  if (value instanceof Tensor) {
    const data = value.dataSync().slice();
    transfer.push(data.buffer as ArrayBuffer);
    return { [key]: 'tensor', data, shape: [...value.shape], dtype: value.dtype };
  }
  if (Array.isArray(value)) return value.map((part) => pack(part, transfer));
  if (isPlain(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, pack(part, transfer)]));
  return value;
}

/** The sample that was packed. */
export function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (!isPlain(value)) return value;
  const packed = value as { data: Float32Array; shape: [number, number, number]; dtype: Tensor['dtype'] };
  if (value[key] === 'image') return new FloatImage(packed.data, packed.shape);
  if (value[key] === 'tensor') return tensor(packed.data, { dtype: packed.dtype }).reshape([...packed.shape]);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpack(part)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
