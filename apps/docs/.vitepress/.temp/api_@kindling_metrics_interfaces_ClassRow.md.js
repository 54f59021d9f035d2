import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ClassRow","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/ClassRow.md","filePath":"api/@kindling/metrics/interfaces/ClassRow.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/ClassRow.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / ClassRow</p><h1 id="classrow" tabindex="-1">ClassRow <a class="header-anchor" href="#classrow" aria-label="Permalink to &quot;ClassRow&quot;">​</a></h1><p>The line of one class.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./ReportRow.html"><code>ReportRow</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-f1score"></a> <code>f1Score</code></td><td><code>readonly</code></td><td><code>number</code></td><td><a href="./ReportRow.html"><code>ReportRow</code></a>.<a href="./ReportRow.html#property-f1score"><code>f1Score</code></a></td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code></td><td><a href="./ReportRow.html"><code>ReportRow</code></a>.<a href="./ReportRow.html#property-precision"><code>precision</code></a></td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code></td><td><a href="./ReportRow.html"><code>ReportRow</code></a>.<a href="./ReportRow.html#property-recall"><code>recall</code></a></td></tr><tr><td><a id="property-support"></a> <code>support</code></td><td><code>readonly</code></td><td><code>number</code></td><td><a href="./ReportRow.html"><code>ReportRow</code></a>.<a href="./ReportRow.html#property-support"><code>support</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/ClassRow.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassRow = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassRow as default
};
