/** What is trained on GPUs: networks, their first weights and their data, the same for everybody. */

/** Elements with a shape. */
export interface Values {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface Batch {
  readonly x: Values;
  /** Targets [rows, 1], or, for images, classes [rows]. */
  readonly y: Values;
}

export interface Task {
  readonly name: string;
  readonly title: string;
  readonly hidden: 'relu' | 'sigmoid';
  readonly optimizer: 'adam' | 'momentum' | 'sgd';
  readonly lr: number;
  /** Weights [out, in] and biases in turn; for images first those of the convolution, [out, in, 3, 3]. */
  readonly params: readonly Values[];
  readonly batches: readonly Batch[];
  /** Whether a convolution and max-pooling come first, and classes last. */
  readonly images: boolean;
}

export const taskNames = ['blobs', 'sonar wide', 'CNN', 'circles'] as const;
export type TaskName = (typeof taskNames)[number];

/** Numbers from -1 to 1 that are the same in every run (Lehmer 1951). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state / 2147483647) * 2 - 1;
  };
}

const product = (shape: readonly number[]): number => shape.reduce((size, n) => size * n, 1);

function drawn(shape: readonly number[], next: () => number, scale = 1): Values {
  return { shape, values: Float32Array.from({ length: product(shape) }, () => next() * scale) };
}

/** The weights and biases of layers of sizes, as large as PyTorch draws them. */
function layers(sizes: readonly number[], next: () => number): Values[] {
  return sizes.slice(1).flatMap((out, i) => {
    const scale = 1 / Math.sqrt(sizes[i]!);
    return [drawn([out, sizes[i]!], next, scale), drawn([out], next, scale)];
  });
}

/** Rows whose class a rule says, in batches. */
function batches(rows: number, width: number, count: number, next: () => number, rule: (row: Float32Array) => number) {
  return Array.from({ length: count }, () => {
    const x = drawn([rows, width], next);
    const values = new Float32Array(rows);
    for (let i = 0; i < rows; i++) values[i] = rule(x.values.subarray(i * width, (i + 1) * width));
    return { x, y: { shape: [rows, 1], values } };
  });
}

/** A task by name. */
export function makeTask(name: TaskName): Task {
  const next = numbers(12345);
  const common = { name, images: false, lr: 0.1, optimizer: 'sgd', hidden: 'relu' } as const;
  switch (name) {
    case 'blobs': {
      const title = '2 -> 100 -> 1, sigmoid, SGD, 20 rows at once';
      const params = layers([2, 100, 1], next);
      return {
        ...common,
        title,
        hidden: 'sigmoid',
        params,
        batches: batches(20, 2, 1, next, ([a, b]) => Number(a! > b!)),
      };
    }
    case 'sonar wide': {
      const params = layers([60, 180, 1], next);
      const rule = drawn([60], next).values;
      const of = (row: Float32Array): number => Number(row.reduce((sum, value, i) => sum + value * rule[i]!, 0) > 0);
      const title = '60 -> 180 -> 1, ReLU, Adam, batches of 10';
      return { ...common, title, optimizer: 'adam', lr: 1e-3, params, batches: batches(10, 60, 20, next, of) };
    }
    case 'circles': {
      const params = layers([2, 1024, 1024, 1], next);
      const of = ([a, b]: Float32Array): number => Number(a! * a! + b! * b! < 0.6);
      const title = '2 -> 1024 -> 1024 -> 1, ReLU, SGD, 500 rows at once';
      return { ...common, title, lr: 0.01, params, batches: batches(500, 2, 1, next, of) };
    }
    case 'CNN': {
      const convolution = [drawn([8, 1, 3, 3], next, 1 / 3), drawn([8], next, 1 / 3)];
      const params = [...convolution, ...layers([512, 10], next)];
      const images = Array.from({ length: 4 }, () => ({
        x: drawn([16, 1, 16, 16], next),
        y: { shape: [16], values: Float32Array.from({ length: 16 }, (_, i) => i % 10) },
      }));
      const title =
        '16 x 16 pixels, 8 kernels of 3 x 3, ReLU, max-pooling, 10 classes, SGD with momentum, batches of 16';
      return { ...common, title, optimizer: 'momentum', params, batches: images, images: true };
    }
  }
}

/** Networks that grow, to find from where on a device is faster than another: their sizes, as numbers and in words. */
export const growing = {
  layers: { sizes: [64, 256, 1024, 2048], title: '64 -> width -> width -> 1, ReLU, SGD, 256 rows at once' },
  filters: {
    sizes: [8, 32, 128],
    title: '16 x 16 pixels, so many kernels of 3 x 3, ReLU, max-pooling, 10 classes, SGD with momentum, batches of 64',
  },
} as const;

/** One of the networks that grow. */
export function makeGrown(kind: keyof typeof growing, size: number): Task {
  const next = numbers(54321);
  const common = { name: `${kind} ${size}`, title: growing[kind].title, lr: 0.01, hidden: 'relu' } as const;
  if (kind === 'layers') {
    const params = layers([64, size, size, 1], next);
    const made = batches(256, 64, 1, next, ([a, b]) => Number(a! > b!));
    return { ...common, images: false, optimizer: 'sgd', params, batches: made };
  }
  const convolution = [drawn([size, 1, 3, 3], next, 1 / 3), drawn([size], next, 1 / 3)];
  const y = { shape: [64], values: Float32Array.from({ length: 64 }, (_, i) => i % 10) };
  const params = [...convolution, ...layers([size * 64, 10], next)];
  return { ...common, images: true, optimizer: 'momentum', params, batches: [{ x: drawn([64, 1, 16, 16], next), y }] };
}

/** Rows, inner size and columns of a product whose speed is measured. */
export const PRODUCT = [500, 1024, 1024] as const;

/** Both matrices of the product. */
export function makeProduct(): readonly [Values, Values] {
  const next = numbers(999);
  const [m, k, n] = PRODUCT;
  return [drawn([m, k], next), drawn([k, n], next)];
}

/** Trains a task on something: each call makes so many steps and gives the loss of the last. */
export type Steps = (count: number) => Promise<number>;
