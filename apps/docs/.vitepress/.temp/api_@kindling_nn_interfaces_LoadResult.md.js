import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LoadResult","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/interfaces/LoadResult.md","filePath":"api/@kindling/nn/interfaces/LoadResult.md"}');
const _sfc_main = { name: "api/@kindling/nn/interfaces/LoadResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/nn</a> / LoadResult</p><h1 id="loadresult" tabindex="-1">LoadResult <a class="header-anchor" href="#loadresult" aria-label="Permalink to &quot;LoadResult&quot;">​</a></h1><p>Which names a state dict and a module did not have in common.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-missingkeys"></a> <code>missingKeys</code></td><td><code>readonly</code></td><td><code>string</code>[]</td><td>Names that the module has and the state dict lacks.</td></tr><tr><td><a id="property-unexpectedkeys"></a> <code>unexpectedKeys</code></td><td><code>readonly</code></td><td><code>string</code>[]</td><td>Names that the state dict has and the module lacks.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/interfaces/LoadResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadResult as default
};
