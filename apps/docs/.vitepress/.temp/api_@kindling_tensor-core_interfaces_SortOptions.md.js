import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"SortOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/SortOptions.md","filePath":"api/@kindling/tensor-core/interfaces/SortOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/SortOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / SortOptions</p><h1 id="sortoptions" tabindex="-1">SortOptions <a class="header-anchor" href="#sortoptions" aria-label="Permalink to &quot;SortOptions&quot;">​</a></h1><p>The direction of a sort.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-descending"></a> <code>descending?</code></td><td><code>boolean</code></td><td>From the largest down; default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/SortOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SortOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SortOptions as default
};
