import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"KLDivOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/KLDivOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/KLDivOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/KLDivOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / KLDivOptions</p><h1 id="kldivoptions" tabindex="-1">KLDivOptions <a class="header-anchor" href="#kldivoptions" aria-label="Permalink to &quot;KLDivOptions&quot;">​</a></h1><p>What <a href="./../functions/klDiv.html">klDiv</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-logtarget"></a> <code>logTarget?</code></td><td><code>boolean</code></td><td>Whether the target holds logarithms too; default false.</td></tr><tr><td><a id="property-reduction"></a> <code>reduction?</code></td><td><a href="./../../../type-aliases/Reduction.html"><code>Reduction</code></a> | <code>&quot;batchmean&quot;</code></td><td>As for other losses, and <code>&#39;batchmean&#39;</code>: the sum divided by the size of dimension 0; default <code>&#39;mean&#39;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/KLDivOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KLDivOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KLDivOptions as default
};
