import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ConstantLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/ConstantLROptions.md","filePath":"api/@kindling/optim/interfaces/ConstantLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/ConstantLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / ConstantLROptions</p><h1 id="constantlroptions" tabindex="-1">ConstantLROptions <a class="header-anchor" href="#constantlroptions" aria-label="Permalink to &quot;ConstantLROptions&quot;">​</a></h1><p>What <a href="./../classes/ConstantLR.html">ConstantLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-factor"></a> <code>factor?</code></td><td><code>number</code></td><td>Above 0, at most 1; default 1 / 3.</td></tr><tr><td><a id="property-totaliters"></a> <code>totalIters?</code></td><td><code>number</code></td><td>How many steps it holds; default 5.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/ConstantLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ConstantLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ConstantLROptions as default
};
