import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CalibrationOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/CalibrationOptions.md","filePath":"api/@kindling/metrics/interfaces/CalibrationOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/CalibrationOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / CalibrationOptions</p><h1 id="calibrationoptions" tabindex="-1">CalibrationOptions <a class="header-anchor" href="#calibrationoptions" aria-label="Permalink to &quot;CalibrationOptions&quot;">​</a></h1><p>Options of <a href="./../functions/calibrationCurve.html">calibrationCurve</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-nbins"></a> <code>nBins?</code></td><td><code>number</code></td><td>How many bins [0, 1] is cut into; 5 when left out.</td></tr><tr><td><a id="property-poslabel"></a> <code>posLabel?</code></td><td><code>number</code> | <code>boolean</code></td><td>The class that counts as positive; 1 when left out and the labels are 0 and 1, or -1 and 1.</td></tr><tr><td><a id="property-strategy"></a> <code>strategy?</code></td><td><code>&quot;uniform&quot;</code> | <code>&quot;quantile&quot;</code></td><td>Bins of the same width, or with the same number of samples; <code>&#39;uniform&#39;</code> when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/CalibrationOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CalibrationOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CalibrationOptions as default
};
