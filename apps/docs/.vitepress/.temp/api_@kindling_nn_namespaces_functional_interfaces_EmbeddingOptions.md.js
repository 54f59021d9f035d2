import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"EmbeddingOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/EmbeddingOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/EmbeddingOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/EmbeddingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / EmbeddingOptions</p><h1 id="embeddingoptions" tabindex="-1">EmbeddingOptions <a class="header-anchor" href="#embeddingoptions" aria-label="Permalink to &quot;EmbeddingOptions&quot;">​</a></h1><p>What <a href="./../functions/embedding.html">embedding</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-paddingidx"></a> <code>paddingIdx?</code></td><td><code>number</code> | <code>null</code></td><td>The row that gets no gradient, counted from the end where negative; default none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/EmbeddingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EmbeddingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EmbeddingOptions as default
};
