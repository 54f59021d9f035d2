import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LayerOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/interfaces/LayerOptions.md","filePath":"api/@kindling/nn/interfaces/LayerOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/interfaces/LayerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/nn</a> / LayerOptions</p><h1 id="layeroptions" tabindex="-1">LayerOptions <a class="header-anchor" href="#layeroptions" aria-label="Permalink to &quot;LayerOptions&quot;">​</a></h1><p>What every layer with parameters may be told.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./EmbeddingLayerOptions.html"><code>EmbeddingLayerOptions</code></a></li><li><a href="./LinearLayerOptions.html"><code>LinearLayerOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backend"></a> <code>backend?</code></td><td><a href="./../../tensor-core/backend/interfaces/Backend.html"><code>Backend</code></a></td><td>Where they live; default the backend that <code>setBackend</code> chose.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>&quot;float32&quot;</code> | <code>&quot;float64&quot;</code></td><td>The dtype of its parameters; default float32.</td></tr><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><a href="./../../tensor-core/interfaces/Generator.html"><code>Generator</code></a></td><td>The stream from which they are drawn; default the one that <code>manualSeed</code> seeds.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/interfaces/LayerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LayerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LayerOptions as default
};
