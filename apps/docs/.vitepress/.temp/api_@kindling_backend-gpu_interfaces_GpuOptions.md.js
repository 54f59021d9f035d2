import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GpuOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/backend-gpu/interfaces/GpuOptions.md","filePath":"api/@kindling/backend-gpu/interfaces/GpuOptions.md"}');
const _sfc_main = { name: "api/@kindling/backend-gpu/interfaces/GpuOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/backend-gpu</a> / GpuOptions</p><h1 id="gpuoptions" tabindex="-1">GpuOptions <a class="header-anchor" href="#gpuoptions" aria-label="Permalink to &quot;GpuOptions&quot;">​</a></h1><p>How <a href="./../functions/gpu.html">gpu</a> chooses a device.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>readonly</code></td><td><code>&quot;webgl2&quot;</code></td><td>Which of GPU.js&#39;s ways to a GPU to take; by default the first that works. So far there is one.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/backend-gpu/interfaces/GpuOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GpuOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GpuOptions as default
};
