import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LayerNormOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/LayerNormOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/LayerNormOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/LayerNormOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / LayerNormOptions</p><h1 id="layernormoptions" tabindex="-1">LayerNormOptions <a class="header-anchor" href="#layernormoptions" aria-label="Permalink to &quot;LayerNormOptions&quot;">​</a></h1><p>What <a href="./../functions/layerNorm.html">layerNorm</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bias"></a> <code>bias?</code></td><td><a href="./../../../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>null</code></td><td>Added to each normalised element, of the normalised shape.</td></tr><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>Added to the variance; default 1e-5.</td></tr><tr><td><a id="property-weight"></a> <code>weight?</code></td><td><a href="./../../../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>null</code></td><td>A factor for each normalised element, of the normalised shape.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/LayerNormOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LayerNormOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LayerNormOptions as default
};
