import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CalibrationCurve","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/CalibrationCurve.md","filePath":"api/@kindling/metrics/interfaces/CalibrationCurve.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/CalibrationCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / CalibrationCurve</p><h1 id="calibrationcurve" tabindex="-1">CalibrationCurve <a class="header-anchor" href="#calibrationcurve" aria-label="Permalink to &quot;CalibrationCurve&quot;">​</a></h1><p>What happened against what was predicted, one entry a bin that holds samples, in ascending order.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-counts"></a> <code>counts</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>How many samples the bin holds.</td></tr><tr><td><a id="property-probpred"></a> <code>probPred</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>The mean predicted probability.</td></tr><tr><td><a id="property-probtrue"></a> <code>probTrue</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>The fraction of positive samples.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/CalibrationCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CalibrationCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CalibrationCurve as default
};
