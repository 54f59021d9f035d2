/** GPU.js's build for browsers, which comes without types; `gpu-js.ts` says what we use of it. */
declare module 'gpu.js/dist/gpu-browser.js' {
  const exports: unknown;
  export default exports;
}
