import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GpuMemory","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/backend-gpu/interfaces/GpuMemory.md","filePath":"api/@kindling/backend-gpu/interfaces/GpuMemory.md"}');
const _sfc_main = { name: "api/@kindling/backend-gpu/interfaces/GpuMemory.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/backend-gpu</a> / GpuMemory</p><h1 id="gpumemory" tabindex="-1">GpuMemory <a class="header-anchor" href="#gpumemory" aria-label="Permalink to &quot;GpuMemory&quot;">​</a></h1><p>What the tensors of a <a href="./GpuBackend.html">GpuBackend</a> take, in numbers of textures, bytes and compiled kernels.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bytes"></a> <code>bytes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-keptbytes"></a> <code>keptBytes</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Released textures, kept for the next results of their sizes.</td></tr><tr><td><a id="property-kernels"></a> <code>kernels</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-textures"></a> <code>textures</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Textures in use: one a buffer, or fewer where copies share one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/backend-gpu/interfaces/GpuMemory.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GpuMemory = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GpuMemory as default
};
