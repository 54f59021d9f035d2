import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CpuOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/backend-cpu/interfaces/CpuOptions.md","filePath":"api/@kindling/backend-cpu/interfaces/CpuOptions.md"}');
const _sfc_main = { name: "api/@kindling/backend-cpu/interfaces/CpuOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/backend-cpu</a> / CpuOptions</p><h1 id="cpuoptions" tabindex="-1">CpuOptions <a class="header-anchor" href="#cpuoptions" aria-label="Permalink to &quot;CpuOptions&quot;">​</a></h1><p>How <a href="./../functions/cpu.html">cpu</a> computes.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-wasm"></a> <code>wasm?</code></td><td><code>readonly</code></td><td><code>boolean</code> | <code>WasmKind</code></td><td>The WebAssembly kernels: <code>true</code> (the default) takes the fastest build that the JavaScript engine runs, <code>&#39;relaxed&#39;</code> (fused multiply-add) or <code>&#39;simd&#39;</code> no faster one than that, and <code>false</code> none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/backend-cpu/interfaces/CpuOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CpuOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CpuOptions as default
};
