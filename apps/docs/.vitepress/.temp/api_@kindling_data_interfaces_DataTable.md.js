import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"DataTable","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/DataTable.md","filePath":"api/@kindling/data/interfaces/DataTable.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/DataTable.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / DataTable</p><h1 id="datatable" tabindex="-1">DataTable <a class="header-anchor" href="#datatable" aria-label="Permalink to &quot;DataTable&quot;">​</a></h1><p>Numeric features and a label for each row, as plain arrays: what <code>parseCsv</code> and <code>loadSonar</code> give. Scalers take it.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./CsvTable.html"><code>CsvTable</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-columns"></a> <code>columns</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of features.</td></tr><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td><code>Float64Array</code></td><td>The features, row after row: feature <code>j</code> of row <code>i</code> is at <code>i * columns + j</code>.</td></tr><tr><td><a id="property-featurenames"></a> <code>featureNames</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>A name for each feature.</td></tr><tr><td><a id="property-labels"></a> <code>labels</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>A label for each row; empty where the table has none.</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/DataTable.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DataTable = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DataTable as default
};
