import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PrecisionRecallOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/PrecisionRecallOptions.md","filePath":"api/@kindling/metrics/interfaces/PrecisionRecallOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/PrecisionRecallOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / PrecisionRecallOptions</p><h1 id="precisionrecalloptions" tabindex="-1">PrecisionRecallOptions <a class="header-anchor" href="#precisionrecalloptions" aria-label="Permalink to &quot;PrecisionRecallOptions&quot;">​</a></h1><p>Options of precision, recall and the F scores.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./FbetaOptions.html"><code>FbetaOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-average"></a> <code>average?</code></td><td><a href="./../type-aliases/Average.html"><code>Average</code></a></td><td>How classes are put together; <code>&#39;binary&#39;</code> when left out.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>ArrayLike</code>&lt;<code>number</code> | <code>boolean</code>&gt;</td><td>The classes to score under the other averages; all that occur when left out.</td></tr><tr><td><a id="property-poslabel"></a> <code>posLabel?</code></td><td><code>number</code> | <code>boolean</code></td><td>The class that counts as positive under <code>average: &#39;binary&#39;</code>; 1 when left out.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr><tr><td><a id="property-zerodivision"></a> <code>zeroDivision?</code></td><td><a href="./../type-aliases/ZeroDivision.html"><code>ZeroDivision</code></a></td><td>The score where there is nothing to divide by; 0 when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/PrecisionRecallOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PrecisionRecallOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PrecisionRecallOptions as default
};
