/** The first version of Node whose V8 makes 256-bit instructions: Node 22 knows the flag, and does nothing. */
const SINCE = 24;

/** Why vectors of 256 bits are not to be had here; `undefined` where they are. */
export function whyNotWide(): string | undefined {
  const { versions, arch } = (globalThis as { process?: Partial<NodeJS.Process> }).process ?? {};
  if (versions?.node === undefined) return 'browsers have no such switch; it needs Node 24 or later';
  if (Number.parseInt(versions.node, 10) < SINCE) return `it needs Node 24 or later, and this is Node ${versions.node}`;
  if (arch !== 'x64') return `it needs an x64 processor, and this one is ${arch}`;
  return undefined;
}

/**
 * Has V8 make 256-bit instructions from now on, or no more. It reads the flag whenever it compiles a function, and it compiles
 * the busy ones a second time, later: so the flag stays.
 */
export function switchWide(on: boolean): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(`--${on ? '' : 'no-'}experimental-wasm-revectorize`);
}
