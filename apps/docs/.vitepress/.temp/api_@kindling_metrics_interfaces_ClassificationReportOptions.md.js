import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ClassificationReportOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/ClassificationReportOptions.md","filePath":"api/@kindling/metrics/interfaces/ClassificationReportOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/ClassificationReportOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / ClassificationReportOptions</p><h1 id="classificationreportoptions" tabindex="-1">ClassificationReportOptions <a class="header-anchor" href="#classificationreportoptions" aria-label="Permalink to &quot;ClassificationReportOptions&quot;">​</a></h1><p>Options of <a href="./../functions/classificationReport.html">classificationReport</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-digits"></a> <code>digits?</code></td><td><code>number</code></td><td>Decimals in the printed table; 2 when left out.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>ArrayLike</code>&lt;<code>number</code> | <code>boolean</code>&gt;</td><td>The classes to report; all that occur when left out.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr><tr><td><a id="property-targetnames"></a> <code>targetNames?</code></td><td>readonly <code>string</code>[]</td><td>A name for each of the classes.</td></tr><tr><td><a id="property-zerodivision"></a> <code>zeroDivision?</code></td><td><a href="./../type-aliases/ZeroDivision.html"><code>ZeroDivision</code></a></td><td>The score where there is nothing to divide by; 0 when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/ClassificationReportOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClassificationReportOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClassificationReportOptions as default
};
