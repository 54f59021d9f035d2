import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LabelledData","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/LabelledData.md","filePath":"api/@kindling/data/interfaces/LabelledData.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/LabelledData.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / LabelledData</p><h1 id="labelleddata" tabindex="-1">LabelledData <a class="header-anchor" href="#labelleddata" aria-label="Permalink to &quot;LabelledData&quot;">​</a></h1><p>A table of numbers, one array of rows after rows, with a class for each row.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./Blobs.html"><code>Blobs</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-columns"></a> <code>columns</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td><code>Float64Array</code></td><td>The values, <code>rows</code> times <code>columns</code> of them.</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-target"></a> <code>target</code></td><td><code>readonly</code></td><td><code>Int32Array</code></td><td>The class of each row, from 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/LabelledData.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LabelledData = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LabelledData as default
};
