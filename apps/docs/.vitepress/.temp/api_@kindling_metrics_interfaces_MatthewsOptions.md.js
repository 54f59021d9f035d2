import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"MatthewsOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/MatthewsOptions.md","filePath":"api/@kindling/metrics/interfaces/MatthewsOptions.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/MatthewsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / MatthewsOptions</p><h1 id="matthewsoptions" tabindex="-1">MatthewsOptions <a class="header-anchor" href="#matthewsoptions" aria-label="Permalink to &quot;MatthewsOptions&quot;">​</a></h1><p>Options of <a href="./../functions/matthewsCorrcoef.html">matthewsCorrcoef</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-sampleweight"></a> <code>sampleWeight?</code></td><td><a href="./../type-aliases/Scores.html"><code>Scores</code></a></td><td>The weight of each sample; 1 each when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/MatthewsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MatthewsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MatthewsOptions as default
};
