import { arch, availableParallelism, platform } from 'node:os';
import { cpu } from '@kindling/backend-cpu/wide';
import type { GpuBackend } from '@kindling/backend-gpu';
import { type Backend, noGrad, rand, setBackend } from '@kindling/tensor-core';
import { plain } from '../output/plain.js';
import type { Reporter } from '../output/reporter.js';

const size = 512;

/** A backend and how fast it is, or why it does not run. */
type Finding =
  | { readonly backend: string; readonly runs: true; readonly gigaflops: number }
  | { readonly backend: string; readonly runs: false; readonly reason: string };

/** Tries every backend. */
export async function runDoctor(reporter: Reporter): Promise<void> {
  const cores = availableParallelism();
  reporter.line(`Node ${process.version} on ${platform()} ${arch()}, ${cores} cores`);
  const found: Finding[] = [];
  const attempt = async (name: string, make: () => Promise<Backend>): Promise<void> => {
    let finding: Finding;
    try {
      finding = { backend: name, runs: true, gigaflops: Math.round((await speed(await make())) * 10) / 10 };
      reporter.line(`  ${name}: runs, ${finding.gigaflops} GFLOP/s`);
    } catch (error) {
      finding = { backend: name, runs: false, reason: (error as Error).message };
      reporter.line(`  ${name}: does not run here: ${plain(finding.reason)}`);
    }
    found.push(finding);
  };
  const attemptGpu = async (): Promise<void> => {
    let device: GpuBackend | undefined;
    await attempt('gpu', async () => {
      device = await (await import('@kindling/backend-gpu')).gpu();
      const { mode, adapter, software } = device.info;
      reporter.line(`  gpu: ${mode} on ${plain(adapter)}${software ? ', a program that does what a GPU would' : ''}`);
      return device;
    });
    // A process does not end before.
    device?.destroy();
  };
  await attempt('cpu, plain kernels', () => cpu({ wasm: false }));
  const { kernels } = await cpu({ threads: 1 });
  if (kernels === 'plain') {
    const reason = 'this JavaScript engine has no WebAssembly SIMD';
    found.push({ backend: 'cpu, WebAssembly', runs: false, reason });
    reporter.line(`  cpu, WebAssembly: does not run here: ${reason}`);
  } else {
    await attempt(`cpu, WebAssembly (${kernels}), 1 thread`, () => cpu({ threads: 1 }));
    if (cores > 1) await attempt(`cpu, WebAssembly (${kernels}), ${cores} threads`, () => cpu());
    // The last on the CPU: the switch that it needs is for the whole process.
    await attempt('cpu, vectors of 256 bits, 1 thread', () => cpu({ threads: 1, wide: true }));
  }
  await attemptGpu();
  reporter.result({ schema: 1, node: process.version, platform: platform(), arch: arch(), cores, backends: found });
}

/** Billions of operations a second in a product of two square matrices; the best of some tries in about half a second. */
async function speed(backend: Backend): Promise<number> {
  setBackend(backend);
  const a = rand([size, size]);
  const b = rand([size, size]);
  let best = Number.POSITIVE_INFINITY;
  const end = performance.now() + 500;
  do {
    const started = performance.now();
    await noGrad(() => a.matmul(b)).data();
    best = Math.min(best, performance.now() - started);
  } while (performance.now() < end);
  return (2 * size ** 3) / best / 1e6;
}
