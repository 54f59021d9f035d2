import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ChoiceOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/ChoiceOptions.md","filePath":"api/@kindling/tensor-core/interfaces/ChoiceOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/ChoiceOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / ChoiceOptions</p><h1 id="choiceoptions" tabindex="-1">ChoiceOptions <a class="header-anchor" href="#choiceoptions" aria-label="Permalink to &quot;ChoiceOptions&quot;">​</a></h1><p>How <code>choice</code> draws.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-p"></a> <code>p?</code></td><td><code>readonly</code></td><td><code>ArrayLike</code>&lt;<code>number</code>&gt;</td><td>A probability for each index, together 1; all equal by default.</td></tr><tr><td><a id="property-replace"></a> <code>replace?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether an index may come again; true by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/ChoiceOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ChoiceOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ChoiceOptions as default
};
