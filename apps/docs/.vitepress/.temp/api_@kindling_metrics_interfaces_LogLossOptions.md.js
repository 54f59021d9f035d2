import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LogLossOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/LogLossOptions.md","filePath":"api/@kindling/metrics/interfaces/LogLossOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/LogLossOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / LogLossOptions</p><h1 id="loglossoptions" tabindex="-1">LogLossOptions <a class="header-anchor" href="#loglossoptions" aria-label="Permalink to &quot;LogLossOptions&quot;">​</a></h1><p>Options of <a href="./../functions/logLoss.html">logLoss</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>Probabilities are kept in [eps, 1 - eps]; the spacing of float64 at 1 (of float32 for float32 input) when left out.</td></tr><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>ArrayLike</code>&lt;<code>number</code> | <code>boolean</code>&gt;</td><td>All classes, for a <code>yTrue</code> in which some do not occur.</td></tr><tr><td><a id="property-normalize"></a> <code>normalize?</code></td><td><code>boolean</code></td><td><code>true</code> (the default) for the mean, <code>false</code> for the weighted sum.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/LogLossOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LogLossOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LogLossOptions as default
};
