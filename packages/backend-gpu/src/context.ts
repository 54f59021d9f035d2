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

/** How many textures of floats a kernel may write: eight where the context draws to so many, else the four that all draw to. */
export function mostResults(gl: WebGL2RenderingContext): 4 | 8 {
  const most = 8;
  if (gl.getParameter(gl.MAX_DRAW_BUFFERS) < most || gl.getParameter(gl.MAX_COLOR_ATTACHMENTS) < most) return 4;
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const made = Array.from({ length: most }, (_, k) => {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 1, 1);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + k, gl.TEXTURE_2D, texture, 0);
    return texture;
  });
  // Together they may be more bytes a pixel than a device has for them.
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.deleteFramebuffer(framebuffer);
  for (const texture of made) gl.deleteTexture(texture);
  return complete ? most : 4;
}
