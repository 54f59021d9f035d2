import type { Entry } from '../tasks/catalogue.ts';
import type { Competitor } from '../tasks/work.ts';

/** Who takes part, in the order of the table's columns. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  /** A process written in JavaScript, or PyTorch's. */
  readonly language: 'javascript' | 'python';
  readonly threads: number;
}

const javascript = { language: 'javascript', threads: 1 } as const;

export const participants: readonly Participant[] = [
  { ...javascript, id: 'kindling', name: 'Kindling' },
  { ...javascript, id: 'kindling-2', name: 'Kindling, 2 threads', threads: 2 },
  { ...javascript, id: 'wide', name: 'Kindling, 256 bits' },
  { ...javascript, id: 'wide-2', name: 'Kindling, 256 bits, 2 threads', threads: 2 },
  { ...javascript, id: 'native', name: 'Kindling, native BLAS' },
  { ...javascript, id: 'native-2', name: 'Kindling, native BLAS, 2 threads', threads: 2 },
  { id: 'pytorch', name: 'PyTorch', language: 'python', threads: 1 },
  { id: 'pytorch-2', name: 'PyTorch, 2 threads', language: 'python', threads: 2 },
  { ...javascript, id: 'tfjs-wasm', name: 'TensorFlow.js wasm' },
  { ...javascript, id: 'tfjs-cpu', name: 'TensorFlow.js cpu' },
  { ...javascript, id: 'jax', name: 'jax-js wasm, jit' },
  { ...javascript, id: 'brain', name: 'brain.js' },
  { ...javascript, id: 'js-pytorch', name: 'js-pytorch' },
  { ...javascript, id: 'loops', name: 'plain loops' },
];

/** Who does the work between small steps and large products: those who have more than steps and products. */
const MIDDLE: readonly string[] = ['kindling', 'kindling-2', 'pytorch', 'pytorch-2', 'tfjs-wasm', 'jax'];
/** Those in whom products alone are another's, and the work that is products for the most part. */
const OF_PRODUCTS: readonly string[] = ['wide', 'wide-2', 'native', 'native-2'];
const PRODUCTS = /^(circles step|matmul|predict 1000|middle: (MLP|predict))/;

/** Whether a participant is measured at a piece of work. */
export function takesPart({ id }: Participant, { id: work, section }: Entry): boolean {
  if (OF_PRODUCTS.includes(id)) return PRODUCTS.test(work);
  return section !== 'middle' || MIDDLE.includes(id);
}

/** Loads one JavaScript competitor into this process. */
export async function load(id: string): Promise<Competitor> {
  switch (id) {
    case 'kindling':
      return (await import('./kindling.ts')).kindling(1);
    case 'kindling-2':
      return (await import('./kindling.ts')).kindling(2);
    case 'wide':
      return (await import('./kindling.ts')).kindling(1, true);
    case 'wide-2':
      return (await import('./kindling.ts')).kindling(2, true);
    case 'native':
      return (await import('./kindling.ts')).nativeKindling(1);
    case 'native-2':
      return (await import('./kindling.ts')).nativeKindling(2);
    case 'tfjs-wasm':
      return (await import('./tfjs.ts')).tfjs('wasm');
    case 'tfjs-cpu':
      return (await import('./tfjs.ts')).tfjs('cpu');
    case 'jax':
      return (await import('./jax.ts')).jax();
    case 'brain':
      return (await import('./brain.ts')).brainJs();
    case 'js-pytorch':
      return (await import('./js-pytorch.ts')).jsPytorch();
    case 'loops':
      return (await import('./loops.ts')).loops();
    default:
      throw new Error(`no competitor is called ${id}`);
  }
}
