import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CohenKappaOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/CohenKappaOptions.md","filePath":"api/@kindling/metrics/interfaces/CohenKappaOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/CohenKappaOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / CohenKappaOptions</p><h1 id="cohenkappaoptions" tabindex="-1">CohenKappaOptions <a class="header-anchor" href="#cohenkappaoptions" aria-label="Permalink to &quot;CohenKappaOptions&quot;">​</a></h1><p>Options of <a href="./../functions/cohenKappaScore.html">cohenKappaScore</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-labels"></a> <code>labels?</code></td><td><code>ArrayLike</code>&lt;<code>number</code> | <code>boolean</code>&gt;</td><td>The classes to look at; all that occur when left out.</td></tr><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr><tr><td><a id="property-weights"></a> <code>weights?</code></td><td><code>&quot;linear&quot;</code> | <code>&quot;quadratic&quot;</code></td><td>How much a near miss counts: by distance, by squared distance, or every miss alike when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/CohenKappaOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CohenKappaOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CohenKappaOptions as default
};
