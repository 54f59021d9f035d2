import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ReportRow","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/ReportRow.md","filePath":"api/@kindling/metrics/interfaces/ReportRow.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/ReportRow.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / ReportRow</p><h1 id="reportrow" tabindex="-1">ReportRow <a class="header-anchor" href="#reportrow" aria-label="Permalink to &quot;ReportRow&quot;">​</a></h1><p>One line of a report.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ClassRow.html"><code>ClassRow</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-f1score"></a> <code>f1Score</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-support"></a> <code>support</code></td><td><code>readonly</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/ReportRow.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReportRow = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReportRow as default
};
