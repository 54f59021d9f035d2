import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { settings } from '../../../packages/backend-gpu/src/testing-settings.js';
import { findBrowser } from '../../scripts/browser.mjs';
import { folderOf, run } from './stranger.js';

const modules = join(inject('home'), 'node_modules');
/** A project with what all have, and the optional peer. */
const folder = mkdtempSync(join(tmpdir(), 'kindling-webgpu-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a browser keeps its software driver for Vulkan, and what loads it. */
function softwareDriver(): string | undefined {
  const browser = findBrowser();
  const folders = ['/usr/lib/chromium', '/usr/lib/chromium-browser', '/opt/google/chrome'];
  if (browser !== null) folders.unshift(dirname(realpathSync(browser)));
  return folders.find((folder) =>
    ['vk_swiftshader_icd.json', 'libvulkan.so.1'].every((file) => existsSync(join(folder, file))),
  );
}

const driver = softwareDriver();
const program = `import { describe, it } from 'node:test';
import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { conformance } from '@kindling/tensor-core/testing';

conformance({
  name: 'WebGPU in Node',
  backend: () => gpu({ mode: 'webgpu' }),
  reference: () => cpu({ wasm: false }),
  test: { describe, it },
  ...${JSON.stringify(settings)},
});
`;

it.skipIf(driver === undefined)(
  `WebGPU in Node passes conformance${driver === undefined ? ' (skipped: no browser here brings a software driver)' : ''}`,
  () => {
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync(modules))
      symlinkSync(join(modules, name), join(folder, 'node_modules', name), 'junction');
    symlinkSync(folderOf('webgpu'), join(folder, 'node_modules/webgpu'), 'junction');
    writeFileSync(join(folder, 'webgpu.mjs'), program);
    const report = run(folder, ['--preserve-symlinks', '--test-reporter=tap', 'webgpu.mjs'], process.execPath, {
      LD_LIBRARY_PATH: driver!,
      VK_ICD_FILENAMES: join(driver!, 'vk_swiftshader_icd.json'),
    });
    const count = (word: string): number => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(report)?.[1]);
    expect(count('fail')).toBe(0);
    expect(count('pass')).toBeGreaterThan(800);
  },
  // A program plays the device.
  900_000,
);
