import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"@kindling/backend-cpu","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/backend-cpu/index.md","filePath":"api/@kindling/backend-cpu/index.md"}');
const _sfc_main = { name: "api/@kindling/backend-cpu/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../">API</a> / @kindling/backend-cpu</p><h1 id="kindling-backend-cpu" tabindex="-1">@kindling/backend-cpu <a class="header-anchor" href="#kindling-backend-cpu" aria-label="Permalink to &quot;@kindling/backend-cpu&quot;">​</a></h1><p>The CPU backend: plain kernels for everything, and WebAssembly SIMD where the time goes.</p><h2 id="basics" tabindex="-1">Basics <a class="header-anchor" href="#basics" aria-label="Permalink to &quot;Basics&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Function</th><th>Description</th></tr></thead><tbody><tr><td><a href="./functions/cpu.html">cpu</a></td><td>Makes a backend that computes on the CPU. Where no WebAssembly SIMD is to be had it warns once on the console and computes with plain kernels, which give the same results more slowly.</td></tr></tbody></table><h2 id="types" tabindex="-1">Types <a class="header-anchor" href="#types" aria-label="Permalink to &quot;Types&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Interface</th><th>Description</th></tr></thead><tbody><tr><td><a href="./interfaces/CpuBackend.html">CpuBackend</a></td><td>A backend made by <a href="./functions/cpu.html">cpu</a>.</td></tr><tr><td><a href="./interfaces/CpuOptions.html">CpuOptions</a></td><td>How <a href="./functions/cpu.html">cpu</a> computes.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/backend-cpu/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
