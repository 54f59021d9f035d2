import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LinearOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/LinearOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/LinearOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/LinearOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / LinearOptions</p><h1 id="linearoptions" tabindex="-1">LinearOptions <a class="header-anchor" href="#linearoptions" aria-label="Permalink to &quot;LinearOptions&quot;">​</a></h1><p>What <a href="./../functions/linear.html">linear</a> may do besides.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-activation"></a> <code>activation?</code></td><td><a href="./../../../../tensor-core/backend/type-aliases/Activation.html"><code>Activation</code></a></td><td>Applied to the result in the same pass; default <code>&#39;identity&#39;</code>, none.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/LinearOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LinearOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LinearOptions as default
};
