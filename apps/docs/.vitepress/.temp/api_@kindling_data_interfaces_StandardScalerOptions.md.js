import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"StandardScalerOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/StandardScalerOptions.md","filePath":"api/@kindling/data/interfaces/StandardScalerOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/StandardScalerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / StandardScalerOptions</p><h1 id="standardscaleroptions" tabindex="-1">StandardScalerOptions <a class="header-anchor" href="#standardscaleroptions" aria-label="Permalink to &quot;StandardScalerOptions&quot;">​</a></h1><p>What <code>StandardScaler</code> does to a column.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-withmean"></a> <code>withMean?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the mean is taken off; true by default.</td></tr><tr><td><a id="property-withstd"></a> <code>withStd?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the values are divided by the standard deviation; true by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/StandardScalerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const StandardScalerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  StandardScalerOptions as default
};
