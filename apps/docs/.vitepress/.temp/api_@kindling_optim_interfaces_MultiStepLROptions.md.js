import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"MultiStepLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/MultiStepLROptions.md","filePath":"api/@kindling/optim/interfaces/MultiStepLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/MultiStepLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / MultiStepLROptions</p><h1 id="multisteplroptions" tabindex="-1">MultiStepLROptions <a class="header-anchor" href="#multisteplroptions" aria-label="Permalink to &quot;MultiStepLROptions&quot;">​</a></h1><p>What <a href="./../classes/MultiStepLR.html">MultiStepLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-gamma"></a> <code>gamma?</code></td><td><code>number</code></td><td>Default 0.1.</td></tr><tr><td><a id="property-milestones"></a> <code>milestones</code></td><td>readonly <code>number</code>[]</td><td>The numbers of steps; one that is there twice counts twice.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/MultiStepLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MultiStepLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MultiStepLROptions as default
};
