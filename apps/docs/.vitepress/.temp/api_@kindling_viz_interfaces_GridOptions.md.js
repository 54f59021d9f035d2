import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GridOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/GridOptions.md","filePath":"api/@kindling/viz/interfaces/GridOptions.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/GridOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / GridOptions</p><h1 id="gridoptions" tabindex="-1">GridOptions <a class="header-anchor" href="#gridoptions" aria-label="Permalink to &quot;GridOptions&quot;">​</a></h1><p>Options of <a href="./../functions/gridOver.html">gridOver</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-columns"></a> <code>columns?</code></td><td><code>number</code></td><td>Points a row; 80 when left out.</td></tr><tr><td><a id="property-padding"></a> <code>padding?</code></td><td><code>number</code></td><td>How far the grid reaches beyond the samples, as a part of their extent; 0.15 when left out.</td></tr><tr><td><a id="property-rows"></a> <code>rows?</code></td><td><code>number</code></td><td>Points a column; 80 when left out.</td></tr><tr><td><a id="property-step"></a> <code>step?</code></td><td><code>number</code></td><td>The distance between points, instead of their number.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/GridOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GridOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GridOptions as default
};
