import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"StepLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/StepLROptions.md","filePath":"api/@kindling/optim/interfaces/StepLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/StepLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / StepLROptions</p><h1 id="steplroptions" tabindex="-1">StepLROptions <a class="header-anchor" href="#steplroptions" aria-label="Permalink to &quot;StepLROptions&quot;">​</a></h1><p>What <a href="./../classes/StepLR.html">StepLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-gamma"></a> <code>gamma?</code></td><td><code>number</code></td><td>Default 0.1.</td></tr><tr><td><a id="property-stepsize"></a> <code>stepSize</code></td><td><code>number</code></td><td>How many steps there are between two changes, from 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/StepLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StepLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StepLROptions as default
};
