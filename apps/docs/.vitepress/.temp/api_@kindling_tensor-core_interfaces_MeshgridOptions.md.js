import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"MeshgridOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/MeshgridOptions.md","filePath":"api/@kindling/tensor-core/interfaces/MeshgridOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/MeshgridOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / MeshgridOptions</p><h1 id="meshgridoptions" tabindex="-1">MeshgridOptions <a class="header-anchor" href="#meshgridoptions" aria-label="Permalink to &quot;MeshgridOptions&quot;">​</a></h1><p>In which order the grid&#39;s dimensions come.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-indexing"></a> <code>indexing?</code></td><td><code>&quot;ij&quot;</code> | <code>&quot;xy&quot;</code></td><td><code>&#39;ij&#39;</code> (default): the first vector runs along the first dimension; <code>&#39;xy&#39;</code>: along the second, as in plots.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/MeshgridOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MeshgridOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MeshgridOptions as default
};
