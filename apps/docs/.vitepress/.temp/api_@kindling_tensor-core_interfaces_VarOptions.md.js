import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"VarOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/VarOptions.md","filePath":"api/@kindling/tensor-core/interfaces/VarOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/VarOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / VarOptions</p><h1 id="varoptions" tabindex="-1">VarOptions <a class="header-anchor" href="#varoptions" aria-label="Permalink to &quot;VarOptions&quot;">​</a></h1><p>How a variance is normalised.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./KeepdimOptions.html"><code>KeepdimOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-correction"></a> <code>correction?</code></td><td><code>number</code></td><td>What is subtracted from the number of elements in the divisor; default 1 (Bessel&#39;s correction).</td><td>-</td></tr><tr><td><a id="property-keepdim"></a> <code>keepdim?</code></td><td><code>boolean</code></td><td>Keep reduced dimensions with size 1; default false.</td><td><a href="./KeepdimOptions.html"><code>KeepdimOptions</code></a>.<a href="./KeepdimOptions.html#property-keepdim"><code>keepdim</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/VarOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const VarOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  VarOptions as default
};
