import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"MinMaxScalerOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/MinMaxScalerOptions.md","filePath":"api/@kindling/data/interfaces/MinMaxScalerOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/MinMaxScalerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / MinMaxScalerOptions</p><h1 id="minmaxscaleroptions" tabindex="-1">MinMaxScalerOptions <a class="header-anchor" href="#minmaxscaleroptions" aria-label="Permalink to &quot;MinMaxScalerOptions&quot;">​</a></h1><p>What <code>MinMaxScaler</code> does to a column.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-clip"></a> <code>clip?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether values outside the fitted ones are cut to the range; false by default.</td></tr><tr><td><a id="property-featurerange"></a> <code>featureRange?</code></td><td><code>readonly</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td>Where the smallest and the largest fitted value go; [0, 1] by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/MinMaxScalerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MinMaxScalerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MinMaxScalerOptions as default
};
