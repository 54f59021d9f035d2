import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ClipGradNormOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/interfaces/ClipGradNormOptions.md","filePath":"api/@kindling/nn/interfaces/ClipGradNormOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/interfaces/ClipGradNormOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/nn</a> / ClipGradNormOptions</p><h1 id="clipgradnormoptions" tabindex="-1">ClipGradNormOptions <a class="header-anchor" href="#clipgradnormoptions" aria-label="Permalink to &quot;ClipGradNormOptions&quot;">​</a></h1><p>What <a href="./../functions/clipGradNorm.html">clipGradNorm_</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-errorifnonfinite"></a> <code>errorIfNonfinite?</code></td><td><code>boolean</code></td><td>Whether a norm that is NaN or infinite is an error; default false.</td></tr><tr><td><a id="property-normtype"></a> <code>normType?</code></td><td><code>number</code></td><td>Which norm: 2 (default), another power, or <code>Infinity</code> for the largest absolute value.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/interfaces/ClipGradNormOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClipGradNormOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClipGradNormOptions as default
};
