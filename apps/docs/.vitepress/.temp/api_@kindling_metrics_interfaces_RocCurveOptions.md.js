import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RocCurveOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/RocCurveOptions.md","filePath":"api/@kindling/metrics/interfaces/RocCurveOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/RocCurveOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / RocCurveOptions</p><h1 id="roccurveoptions" tabindex="-1">RocCurveOptions <a class="header-anchor" href="#roccurveoptions" aria-label="Permalink to &quot;RocCurveOptions&quot;">​</a></h1><p>Options of <a href="./../functions/rocCurve.html">rocCurve</a>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./RankingOptions.html"><code>RankingOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-dropintermediate"></a> <code>dropIntermediate?</code></td><td><code>boolean</code></td><td>Leave out points on a straight line between their neighbours, which a drawing does not need; the default.</td><td>-</td></tr><tr><td><a id="property-poslabel"></a> <code>posLabel?</code></td><td><code>number</code> | <code>boolean</code></td><td>The class that counts as positive; 1 when left out and the labels are 0 and 1, or -1 and 1.</td><td><a href="./RankingOptions.html"><code>RankingOptions</code></a>.<a href="./RankingOptions.html#property-poslabel"><code>posLabel</code></a></td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td><td><a href="./RankingOptions.html"><code>RankingOptions</code></a>.<a href="./RankingOptions.html#property-sampleweight"><code>sampleWeight</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/RocCurveOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocCurveOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocCurveOptions as default
};
