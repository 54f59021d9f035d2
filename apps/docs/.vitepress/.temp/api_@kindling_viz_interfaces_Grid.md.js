import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Grid","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/Grid.md","filePath":"api/@kindling/viz/interfaces/Grid.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/Grid.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / Grid</p><h1 id="grid" tabindex="-1">Grid <a class="header-anchor" href="#grid" aria-label="Permalink to &quot;Grid&quot;">​</a></h1><p>Points at even distances over a plane, for a model to score.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-points"></a> <code>points</code></td><td><code>readonly</code></td><td><code>Float32Array</code></td><td>Every point, row by row from the smallest y: <code>[rows * columns, 2]</code> in one array, ready for a tensor.</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td><code>[rows * columns, 2]</code></td></tr><tr><td><a id="property-x"></a> <code>x</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The x of each column, ascending.</td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>The y of each row, ascending.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/Grid.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Grid = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Grid as default
};
