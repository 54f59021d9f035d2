import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CheckGradientOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/testing/interfaces/CheckGradientOptions.md","filePath":"api/@kindling/tensor-core/testing/interfaces/CheckGradientOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/testing/interfaces/CheckGradientOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../">@kindling/tensor-core/testing</a> / CheckGradientOptions</p><h1 id="checkgradientoptions" tabindex="-1">CheckGradientOptions <a class="header-anchor" href="#checkgradientoptions" aria-label="Permalink to &quot;CheckGradientOptions&quot;">​</a></h1><p>How <a href="./../functions/checkGradient.html">checkGradient</a> compares.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-atol"></a> <code>atol?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The difference allowed besides; default 1e-7.</td></tr><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How far each element is moved to either side; default 1e-6.</td></tr><tr><td><a id="property-rtol"></a> <code>rtol?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The difference allowed, relative to the difference quotient; default 1e-5.</td></tr><tr><td><a id="property-second"></a> <code>second?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the derivatives of the gradient are checked too; default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/testing/interfaces/CheckGradientOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CheckGradientOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CheckGradientOptions as default
};
