import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"FloatArrays","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/FloatArrays.md","filePath":"api/@kindling/tensor-core/interfaces/FloatArrays.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/FloatArrays.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / FloatArrays</p><h1 id="floatarrays" tabindex="-1">FloatArrays <a class="header-anchor" href="#floatarrays" aria-label="Permalink to &quot;FloatArrays&quot;">​</a></h1><p>The typed array that holds each element type.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-float32"></a> <code>float32</code></td><td><code>Float32Array</code></td></tr><tr><td><a id="property-float64"></a> <code>float64</code></td><td><code>Float64Array</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/FloatArrays.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FloatArrays = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FloatArrays as default
};
