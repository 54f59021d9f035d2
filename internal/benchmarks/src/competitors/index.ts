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
  { id: 'pytorch', name: 'PyTorch', language: 'python', threads: 1 },
  { id: 'pytorch-2', name: 'PyTorch, 2 threads', language: 'python', threads: 2 },
  { ...javascript, id: 'tfjs-wasm', name: 'TensorFlow.js wasm' },
  { ...javascript, id: 'tfjs-cpu', name: 'TensorFlow.js cpu' },
  { ...javascript, id: 'jax', name: 'jax-js wasm, jit' },
  { ...javascript, id: 'brain', name: 'brain.js' },
  { ...javascript, id: 'js-pytorch', name: 'js-pytorch' },
  { ...javascript, id: 'loops', name: 'plain loops' },
];

/** Loads one JavaScript competitor into this process. */
export async function load(id: string): Promise<Competitor> {
  switch (id) {
    case 'kindling':
      return (await import('./kindling.ts')).kindling(1);
    case 'kindling-2':
      return (await import('./kindling.ts')).kindling(2);
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
