import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LambdaLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/LambdaLROptions.md","filePath":"api/@kindling/optim/interfaces/LambdaLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/LambdaLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / LambdaLROptions</p><h1 id="lambdalroptions" tabindex="-1">LambdaLROptions <a class="header-anchor" href="#lambdalroptions" aria-label="Permalink to &quot;LambdaLROptions&quot;">​</a></h1><p>What <a href="./../classes/LambdaLR.html">LambdaLR</a> and <a href="./../classes/MultiplicativeLR.html">MultiplicativeLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-lrlambda"></a> <code>lrLambda</code></td><td>| <a href="./../type-aliases/LrLambda.html"><code>LrLambda</code></a> | readonly <a href="./../type-aliases/LrLambda.html"><code>LrLambda</code></a>[]</td><td>The factor from the number of steps; one for all parameter groups, or one each.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/LambdaLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LambdaLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LambdaLROptions as default
};
