import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"KeepdimOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/KeepdimOptions.md","filePath":"api/@kindling/tensor-core/interfaces/KeepdimOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/KeepdimOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / KeepdimOptions</p><h1 id="keepdimoptions" tabindex="-1">KeepdimOptions <a class="header-anchor" href="#keepdimoptions" aria-label="Permalink to &quot;KeepdimOptions&quot;">​</a></h1><p>Whether reduced dimensions stay, with size 1.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./VarOptions.html"><code>VarOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-keepdim"></a> <code>keepdim?</code></td><td><code>boolean</code></td><td>Keep reduced dimensions with size 1; default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/KeepdimOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KeepdimOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KeepdimOptions as default
};
