import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RankingOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/RankingOptions.md","filePath":"api/@kindling/metrics/interfaces/RankingOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/RankingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / RankingOptions</p><h1 id="rankingoptions" tabindex="-1">RankingOptions <a class="header-anchor" href="#rankingoptions" aria-label="Permalink to &quot;RankingOptions&quot;">​</a></h1><p>Options of the curves over all thresholds.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./RocCurveOptions.html"><code>RocCurveOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-poslabel"></a> <code>posLabel?</code></td><td><code>number</code> | <code>boolean</code></td><td>The class that counts as positive; 1 when left out and the labels are 0 and 1, or -1 and 1.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/RankingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RankingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RankingOptions as default
};
