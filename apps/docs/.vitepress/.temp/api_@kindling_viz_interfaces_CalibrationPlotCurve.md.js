import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CalibrationPlotCurve","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/CalibrationPlotCurve.md","filePath":"api/@kindling/viz/interfaces/CalibrationPlotCurve.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/CalibrationPlotCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / CalibrationPlotCurve</p><h1 id="calibrationplotcurve" tabindex="-1">CalibrationPlotCurve <a class="header-anchor" href="#calibrationplotcurve" aria-label="Permalink to &quot;CalibrationPlotCurve&quot;">​</a></h1><p>One model of a <a href="./../functions/calibrationPlot.html">calibrationPlot</a>: what <code>calibrationCurve</code> of @kindling/metrics returns, and a name.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-counts"></a> <code>counts?</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>How many samples each bin holds: the area of its point.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td>What the legend calls it.</td></tr><tr><td><a id="property-probpred"></a> <code>probPred</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>The mean predicted probability of each bin, in [0, 1].</td></tr><tr><td><a id="property-probtrue"></a> <code>probTrue</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>How often the positive class occurred in each bin, in [0, 1].</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/CalibrationPlotCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CalibrationPlotCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CalibrationPlotCurve as default
};
