import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PReLUOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/interfaces/PReLUOptions.md","filePath":"api/@kindling/nn/interfaces/PReLUOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/interfaces/PReLUOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/nn</a> / PReLUOptions</p><h1 id="preluoptions" tabindex="-1">PReLUOptions <a class="header-anchor" href="#preluoptions" aria-label="Permalink to &quot;PReLUOptions&quot;">​</a></h1><p>What <a href="./../classes/PReLU.html">PReLU</a> may be told.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Omit</code>&lt;<a href="./LayerOptions.html"><code>LayerOptions</code></a>, <code>&quot;generator&quot;</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-backend"></a> <code>backend?</code></td><td><a href="./../../tensor-core/backend/interfaces/Backend.html"><code>Backend</code></a></td><td>Where they live; default the backend that <code>setBackend</code> chose.</td><td><a href="./LayerOptions.html"><code>LayerOptions</code></a>.<a href="./LayerOptions.html#property-backend"><code>backend</code></a></td></tr><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>&quot;float32&quot;</code> | <code>&quot;float64&quot;</code></td><td>The dtype of its parameters; default float32.</td><td><a href="./LayerOptions.html"><code>LayerOptions</code></a>.<a href="./LayerOptions.html#property-dtype"><code>dtype</code></a></td></tr><tr><td><a id="property-init"></a> <code>init?</code></td><td><code>number</code></td><td>The slope at first; default 0.25.</td><td>-</td></tr><tr><td><a id="property-numparameters"></a> <code>numParameters?</code></td><td><code>number</code></td><td>How many slopes are learned: 1 (default), or one a channel.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/interfaces/PReLUOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PReLUOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PReLUOptions as default
};
