import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ValuesAndIndices","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/ValuesAndIndices.md","filePath":"api/@kindling/tensor-core/interfaces/ValuesAndIndices.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/ValuesAndIndices.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / ValuesAndIndices</p><h1 id="valuesandindices" tabindex="-1">ValuesAndIndices <a class="header-anchor" href="#valuesandindices" aria-label="Permalink to &quot;ValuesAndIndices&quot;">​</a></h1><p>Elements that were chosen, and their int32 positions.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-indices"></a> <code>indices</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td>Where they were, as int32.</td></tr><tr><td><a id="property-values"></a> <code>values</code></td><td><code>readonly</code></td><td><a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td>The elements.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/ValuesAndIndices.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ValuesAndIndices = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ValuesAndIndices as default
};
