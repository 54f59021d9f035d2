import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ConformanceTolerances","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/testing/interfaces/ConformanceTolerances.md","filePath":"api/@kindling/tensor-core/testing/interfaces/ConformanceTolerances.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/testing/interfaces/ConformanceTolerances.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../">@kindling/tensor-core/testing</a> / ConformanceTolerances</p><h1 id="conformancetolerances" tabindex="-1">ConformanceTolerances <a class="header-anchor" href="#conformancetolerances" aria-label="Permalink to &quot;ConformanceTolerances&quot;">​</a></h1><p>How far float32 results may lie from those of the reference. The defaults are what IEEE 754 arithmetic reaches.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-function"></a> <code>function?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Relative, for functions of each element; default 2e-6.</td></tr><tr><td><a id="property-single"></a> <code>single?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Relative, for one operation: add, sub, mul, div, sqrt, reciprocal; default 2 ** -23, a unit in the last place.</td></tr><tr><td><a id="property-sum"></a> <code>sum?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Relative, for reductions and products, and a quarter of it of the largest element, since terms cancel; default 2e-6.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/testing/interfaces/ConformanceTolerances.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConformanceTolerances = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConformanceTolerances as default
};
