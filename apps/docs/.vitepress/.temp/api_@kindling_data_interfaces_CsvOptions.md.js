import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CsvOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/CsvOptions.md","filePath":"api/@kindling/data/interfaces/CsvOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/CsvOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / CsvOptions</p><h1 id="csvoptions" tabindex="-1">CsvOptions <a class="header-anchor" href="#csvoptions" aria-label="Permalink to &quot;CsvOptions&quot;">​</a></h1><p>What <a href="./../functions/parseCsv.html">parseCsv</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-delimiter"></a> <code>delimiter?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What stands between fields; default a comma.</td></tr><tr><td><a id="property-header"></a> <code>header?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the first row names the columns; default false: the columns are called <code>1</code>, <code>2</code>, ….</td></tr><tr><td><a id="property-maxclasses"></a> <code>maxClasses?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The most different labels that make sense; default any number.</td></tr><tr><td><a id="property-minclasses"></a> <code>minClasses?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The fewest different labels that make sense; default 2, since with one there is nothing to learn.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What messages call the text, such as the name of its file.</td></tr><tr><td><a id="property-target"></a> <code>target?</code></td><td><code>readonly</code></td><td><code>string</code> | <code>null</code></td><td>The column that holds the labels; default the last, <code>null</code> for none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/CsvOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CsvOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CsvOptions as default
};
