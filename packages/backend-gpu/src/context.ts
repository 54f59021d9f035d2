const REMEDY =
  'Run in a browser that has WebGL 2, or compute on the CPU: setBackend(await cpu()) with @kindling/backend-cpu';

/** A WebGL 2 context that can compute with floats; throws where there is none, and says what to do instead. */
export function openContext(powerPreference: WebGLPowerPreference = 'high-performance'): WebGL2RenderingContext {
  const canvas =
    typeof OffscreenCanvas !== 'undefined'
      ? new OffscreenCanvas(1, 1)
      : typeof document !== 'undefined'
        ? document.createElement('canvas')
        : null;
  if (canvas === null) throw new Error(`gpu: there is no WebGL 2 outside a browser. ${REMEDY}`);
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    powerPreference,
  }) as WebGL2RenderingContext | null;
  if (gl === null) throw new Error(`gpu: this browser gives no WebGL 2 context. ${REMEDY}`);
  if (gl.getExtension('EXT_color_buffer_float') === null) {
    throw new Error(`gpu: ${describe(gl)} cannot write floats (EXT_color_buffer_float). ${REMEDY}`);
  }
  return gl;
}

/** What the browser calls the device. */
export function describe(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
}
