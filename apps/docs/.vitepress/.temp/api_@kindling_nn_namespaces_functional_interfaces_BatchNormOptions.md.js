import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"BatchNormOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/BatchNormOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/BatchNormOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/BatchNormOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / BatchNormOptions</p><h1 id="batchnormoptions" tabindex="-1">BatchNormOptions <a class="header-anchor" href="#batchnormoptions" aria-label="Permalink to &quot;BatchNormOptions&quot;">​</a></h1><p>What <a href="./../functions/batchNorm.html">batchNorm</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-bias"></a> <code>bias?</code></td><td><a href="./../../../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>null</code></td><td>Added to each channel, [channels].</td></tr><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>Added to the variance; default 1e-5.</td></tr><tr><td><a id="property-momentum"></a> <code>momentum?</code></td><td><code>number</code></td><td>How much a batch counts in the running mean and variance; default 0.1.</td></tr><tr><td><a id="property-training"></a> <code>training?</code></td><td><code>boolean</code></td><td>Whether the batch is normalised by its own mean and variance, which the running ones take in; default false.</td></tr><tr><td><a id="property-weight"></a> <code>weight?</code></td><td><a href="./../../../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>null</code></td><td>A factor for each channel, [channels].</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/BatchNormOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BatchNormOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BatchNormOptions as default
};
