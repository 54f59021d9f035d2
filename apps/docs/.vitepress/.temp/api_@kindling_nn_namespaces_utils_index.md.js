import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"utils","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/utils/index.md","filePath":"api/@kindling/nn/namespaces/utils/index.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/utils/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../../">@kindling/nn</a> / utils</p><h1 id="utils" tabindex="-1">utils <a class="header-anchor" href="#utils" aria-label="Permalink to &quot;utils&quot;">​</a></h1><p>Functions over the parameters of a model, as <code>torch.nn.utils</code>.</p><h2 id="references" tabindex="-1">References <a class="header-anchor" href="#references" aria-label="Permalink to &quot;References&quot;">​</a></h2><h3 id="clipgradnorm" tabindex="-1">clipGradNorm_ <a class="header-anchor" href="#clipgradnorm" aria-label="Permalink to &quot;clipGradNorm\\_&quot;">​</a></h3><p>Re-exports <a href="./../../functions/clipGradNorm.html">clipGradNorm_</a></p><hr><h3 id="clipgradnormoptions" tabindex="-1">ClipGradNormOptions <a class="header-anchor" href="#clipgradnormoptions" aria-label="Permalink to &quot;ClipGradNormOptions&quot;">​</a></h3><p>Re-exports <a href="./../../interfaces/ClipGradNormOptions.html">ClipGradNormOptions</a></p><hr><h3 id="clipgradvalue" tabindex="-1">clipGradValue_ <a class="header-anchor" href="#clipgradvalue" aria-label="Permalink to &quot;clipGradValue\\_&quot;">​</a></h3><p>Re-exports <a href="./../../functions/clipGradValue.html">clipGradValue_</a></p><hr><h3 id="parameterstovector" tabindex="-1">parametersToVector <a class="header-anchor" href="#parameterstovector" aria-label="Permalink to &quot;parametersToVector&quot;">​</a></h3><p>Re-exports <a href="./../../functions/parametersToVector.html">parametersToVector</a></p><hr><h3 id="vectortoparameters" tabindex="-1">vectorToParameters <a class="header-anchor" href="#vectortoparameters" aria-label="Permalink to &quot;vectorToParameters&quot;">​</a></h3><p>Re-exports <a href="./../../functions/vectorToParameters.html">vectorToParameters</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/utils/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
