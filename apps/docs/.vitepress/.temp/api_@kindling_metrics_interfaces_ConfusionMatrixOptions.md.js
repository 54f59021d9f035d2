import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ConfusionMatrixOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/ConfusionMatrixOptions.md","filePath":"api/@kindling/metrics/interfaces/ConfusionMatrixOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/ConfusionMatrixOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / ConfusionMatrixOptions</p><h1 id="confusionmatrixoptions" tabindex="-1">ConfusionMatrixOptions <a class="header-anchor" href="#confusionmatrixoptions" aria-label="Permalink to &quot;ConfusionMatrixOptions&quot;">​</a></h1><p>Options of <a href="./../functions/confusionMatrix.html">confusionMatrix</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>ArrayLike</code>&lt;<code>number</code> | <code>boolean</code>&gt;</td><td>The classes, in the order of rows and columns; those that occur, ascending, when left out.</td></tr><tr><td><a id="property-normalize"></a> <code>normalize?</code></td><td><code>&quot;true&quot;</code> | <code>&quot;pred&quot;</code> | <code>&quot;all&quot;</code></td><td>Divide by the true totals (rows), the predicted totals (columns), or everything; counts when left out.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/ConfusionMatrixOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConfusionMatrixOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConfusionMatrixOptions as default
};
