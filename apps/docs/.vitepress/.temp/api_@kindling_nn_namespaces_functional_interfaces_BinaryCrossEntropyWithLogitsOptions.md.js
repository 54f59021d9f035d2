import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"BinaryCrossEntropyWithLogitsOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/BinaryCrossEntropyWithLogitsOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/BinaryCrossEntropyWithLogitsOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/BinaryCrossEntropyWithLogitsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / BinaryCrossEntropyWithLogitsOptions</p><h1 id="binarycrossentropywithlogitsoptions" tabindex="-1">BinaryCrossEntropyWithLogitsOptions <a class="header-anchor" href="#binarycrossentropywithlogitsoptions" aria-label="Permalink to &quot;BinaryCrossEntropyWithLogitsOptions&quot;">​</a></h1><p>What <a href="./../functions/binaryCrossEntropyWithLogits.html">binaryCrossEntropyWithLogits</a> may be told.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./../../../interfaces/LossOptions.html"><code>LossOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-posweight"></a> <code>posWeight?</code></td><td><a href="./../../../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>null</code></td><td>A factor for the loss of positive targets, as to balance classes; its shape broadcasts to that of the input.</td><td>-</td></tr><tr><td><a id="property-reduction"></a> <code>reduction?</code></td><td><a href="./../../../type-aliases/Reduction.html"><code>Reduction</code></a></td><td>Default <code>&#39;mean&#39;</code>.</td><td><a href="./../../../interfaces/LossOptions.html"><code>LossOptions</code></a>.<a href="./../../../interfaces/LossOptions.html#property-reduction"><code>reduction</code></a></td></tr><tr><td><a id="property-weight"></a> <code>weight?</code></td><td><a href="./../../../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>null</code></td><td>A factor for the loss of each element; its shape broadcasts to that of the input.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/BinaryCrossEntropyWithLogitsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BinaryCrossEntropyWithLogitsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BinaryCrossEntropyWithLogitsOptions as default
};
