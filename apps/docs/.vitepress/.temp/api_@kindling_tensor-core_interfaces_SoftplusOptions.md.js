import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"SoftplusOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/SoftplusOptions.md","filePath":"api/@kindling/tensor-core/interfaces/SoftplusOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/SoftplusOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / SoftplusOptions</p><h1 id="softplusoptions" tabindex="-1">SoftplusOptions <a class="header-anchor" href="#softplusoptions" aria-label="Permalink to &quot;SoftplusOptions&quot;">​</a></h1><p>The shape of <a href="./../functions/softplus.html">softplus</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-beta"></a> <code>beta?</code></td><td><code>number</code></td><td>How sharp the bend is; default 1.</td></tr><tr><td><a id="property-threshold"></a> <code>threshold?</code></td><td><code>number</code></td><td>Where <code>x * beta</code> is above it, the result is <code>x</code>; default 20.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/SoftplusOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SoftplusOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SoftplusOptions as default
};
