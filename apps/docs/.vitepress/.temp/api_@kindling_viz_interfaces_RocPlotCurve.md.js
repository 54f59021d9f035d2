import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RocPlotCurve","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/RocPlotCurve.md","filePath":"api/@kindling/viz/interfaces/RocPlotCurve.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/RocPlotCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / RocPlotCurve</p><h1 id="rocplotcurve" tabindex="-1">RocPlotCurve <a class="header-anchor" href="#rocplotcurve" aria-label="Permalink to &quot;RocPlotCurve&quot;">​</a></h1><p>One curve of a <a href="./../functions/rocPlot.html">rocPlot</a>: what <code>rocCurve</code> of @kindling/metrics returns, and a name.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-auc"></a> <code>auc?</code></td><td><code>number</code></td><td>The area under it; worked out by the trapezoid rule when left out.</td></tr><tr><td><a id="property-fpr"></a> <code>fpr</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>False positive rates, ascending.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td>What the legend calls it.</td></tr><tr><td><a id="property-tpr"></a> <code>tpr</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>True positive rates, ascending.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/RocPlotCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocPlotCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocPlotCurve as default
};
