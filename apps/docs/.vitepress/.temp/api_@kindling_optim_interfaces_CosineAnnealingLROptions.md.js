import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CosineAnnealingLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/CosineAnnealingLROptions.md","filePath":"api/@kindling/optim/interfaces/CosineAnnealingLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/CosineAnnealingLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / CosineAnnealingLROptions</p><h1 id="cosineannealinglroptions" tabindex="-1">CosineAnnealingLROptions <a class="header-anchor" href="#cosineannealinglroptions" aria-label="Permalink to &quot;CosineAnnealingLROptions&quot;">​</a></h1><p>What <a href="./../classes/CosineAnnealingLR.html">CosineAnnealingLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-etamin"></a> <code>etaMin?</code></td><td><code>number</code></td><td>The lowest learning rate; default 0.</td></tr><tr><td><a id="property-tmax"></a> <code>tMax</code></td><td><code>number</code></td><td>How many steps it takes from the first value to <code>etaMin</code>, above 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/CosineAnnealingLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CosineAnnealingLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CosineAnnealingLROptions as default
};
