import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"@kindling/backend-gpu","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/backend-gpu/index.md","filePath":"api/@kindling/backend-gpu/index.md"}');
const _sfc_main = { name: "api/@kindling/backend-gpu/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../">API</a> / @kindling/backend-gpu</p><h1 id="kindling-backend-gpu" tabindex="-1">@kindling/backend-gpu <a class="header-anchor" href="#kindling-backend-gpu" aria-label="Permalink to &quot;@kindling/backend-gpu&quot;">​</a></h1><p>The GPU backend: GPU.js over WebGL 2, in browsers.</p><h2 id="basics" tabindex="-1">Basics <a class="header-anchor" href="#basics" aria-label="Permalink to &quot;Basics&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Function</th><th>Description</th></tr></thead><tbody><tr><td><a href="./functions/gpu.html">gpu</a></td><td>Makes a backend that computes on the GPU, through GPU.js and WebGL 2: in browsers and in their workers, also under a content-security policy without <code>unsafe-eval</code>. It holds float32, int32 (exact below 2^24 in size) and bool. A page has one: later calls give the same backend, unless its context was lost.</td></tr></tbody></table><h2 id="types" tabindex="-1">Types <a class="header-anchor" href="#types" aria-label="Permalink to &quot;Types&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Interface</th><th>Description</th></tr></thead><tbody><tr><td><a href="./interfaces/GpuBackend.html">GpuBackend</a></td><td>A <a href="./../tensor-core/backend/interfaces/Backend.html">Backend</a> whose buffers are textures of a WebGL 2 context.</td></tr><tr><td><a href="./interfaces/GpuMemory.html">GpuMemory</a></td><td>What the tensors of a <a href="./interfaces/GpuBackend.html">GpuBackend</a> take, in numbers of textures, bytes and compiled kernels.</td></tr><tr><td><a href="./interfaces/GpuOptions.html">GpuOptions</a></td><td>How <a href="./functions/gpu.html">gpu</a> chooses a device.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/backend-gpu/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
