import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PrecisionRecallCurve","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/PrecisionRecallCurve.md","filePath":"api/@kindling/metrics/interfaces/PrecisionRecallCurve.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/PrecisionRecallCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / PrecisionRecallCurve</p><h1 id="precisionrecallcurve" tabindex="-1">PrecisionRecallCurve <a class="header-anchor" href="#precisionrecallcurve" aria-label="Permalink to &quot;PrecisionRecallCurve&quot;">​</a></h1><p>A precision-recall curve; <code>precision</code> and <code>recall</code> have one entry more than <code>thresholds</code>, the end (1, 0).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>Descending to 0.</td></tr><tr><td><a id="property-thresholds"></a> <code>thresholds</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>Distinct scores, ascending: entry <code>i</code> of the others is for &quot;positive from <code>thresholds[i]</code> on&quot;.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/PrecisionRecallCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PrecisionRecallCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PrecisionRecallCurve as default
};
