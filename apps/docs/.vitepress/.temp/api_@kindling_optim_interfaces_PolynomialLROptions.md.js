import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PolynomialLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/PolynomialLROptions.md","filePath":"api/@kindling/optim/interfaces/PolynomialLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/PolynomialLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / PolynomialLROptions</p><h1 id="polynomiallroptions" tabindex="-1">PolynomialLROptions <a class="header-anchor" href="#polynomiallroptions" aria-label="Permalink to &quot;PolynomialLROptions&quot;">​</a></h1><p>What <a href="./../classes/PolynomialLR.html">PolynomialLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-power"></a> <code>power?</code></td><td><code>number</code></td><td>The power; default 1, a straight line.</td></tr><tr><td><a id="property-totaliters"></a> <code>totalIters?</code></td><td><code>number</code></td><td>How many steps it takes; default 5.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/PolynomialLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PolynomialLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PolynomialLROptions as default
};
