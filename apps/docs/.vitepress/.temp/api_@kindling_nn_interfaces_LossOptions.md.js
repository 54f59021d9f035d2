import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LossOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/interfaces/LossOptions.md","filePath":"api/@kindling/nn/interfaces/LossOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/interfaces/LossOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/nn</a> / LossOptions</p><h1 id="lossoptions" tabindex="-1">LossOptions <a class="header-anchor" href="#lossoptions" aria-label="Permalink to &quot;LossOptions&quot;">​</a></h1><p>What every loss may be told.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./../namespaces/functional/interfaces/BinaryCrossEntropyOptions.html"><code>BinaryCrossEntropyOptions</code></a></li><li><a href="./../namespaces/functional/interfaces/BinaryCrossEntropyWithLogitsOptions.html"><code>BinaryCrossEntropyWithLogitsOptions</code></a></li><li><a href="./../namespaces/functional/interfaces/HuberLossOptions.html"><code>HuberLossOptions</code></a></li><li><a href="./../namespaces/functional/interfaces/NLLLossOptions.html"><code>NLLLossOptions</code></a></li><li><a href="./../namespaces/functional/interfaces/SmoothL1LossOptions.html"><code>SmoothL1LossOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-reduction"></a> <code>reduction?</code></td><td><a href="./../type-aliases/Reduction.html"><code>Reduction</code></a></td><td>Default <code>&#39;mean&#39;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/interfaces/LossOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LossOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LossOptions as default
};
