import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RocAucOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/RocAucOptions.md","filePath":"api/@kindling/metrics/interfaces/RocAucOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/RocAucOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / RocAucOptions</p><h1 id="rocaucoptions" tabindex="-1">RocAucOptions <a class="header-anchor" href="#rocaucoptions" aria-label="Permalink to &quot;RocAucOptions&quot;">​</a></h1><p>Options of <a href="./../functions/rocAucScore.html">rocAucScore</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-average"></a> <code>average?</code></td><td><code>&quot;macro&quot;</code> | <code>&quot;micro&quot;</code> | <code>&quot;weighted&quot;</code></td><td>More than two classes: how their areas are put together; <code>&#39;macro&#39;</code> when left out, <code>&#39;micro&#39;</code> for &#39;ovr&#39; only.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>ArrayLike</code>&lt;<code>number</code> | <code>boolean</code>&gt;</td><td>More than two classes: the class of each column; those that occur, ascending, when left out.</td></tr><tr><td><a id="property-maxfpr"></a> <code>maxFpr?</code></td><td><code>number</code></td><td>Two classes only: the standardised area up to this false positive rate, in (0, 1].</td></tr><tr><td><a id="property-multiclass"></a> <code>multiClass?</code></td><td><code>&quot;ovr&quot;</code> | <code>&quot;ovo&quot;</code></td><td>More than two classes: score each class against the rest, or each pair of classes.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out. Not with <code>multiClass: &#39;ovo&#39;</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/RocAucOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocAucOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocAucOptions as default
};
