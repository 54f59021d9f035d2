import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GeluOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/GeluOptions.md","filePath":"api/@kindling/tensor-core/interfaces/GeluOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/GeluOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / GeluOptions</p><h1 id="geluoptions" tabindex="-1">GeluOptions <a class="header-anchor" href="#geluoptions" aria-label="Permalink to &quot;GeluOptions&quot;">​</a></h1><p>Which formula <a href="./../functions/gelu.html">gelu</a> uses.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-approximate"></a> <code>approximate?</code></td><td><code>&quot;tanh&quot;</code> | <code>&quot;none&quot;</code></td><td><code>&#39;none&#39;</code> (default): the error function; <code>&#39;tanh&#39;</code>: its approximation.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/GeluOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GeluOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GeluOptions as default
};
