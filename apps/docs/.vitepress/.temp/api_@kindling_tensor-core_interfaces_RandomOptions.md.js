import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RandomOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/RandomOptions.md","filePath":"api/@kindling/tensor-core/interfaces/RandomOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/RandomOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / RandomOptions</p><h1 id="randomoptions" tabindex="-1">RandomOptions <a class="header-anchor" href="#randomoptions" aria-label="Permalink to &quot;RandomOptions&quot;">​</a></h1><p>What functions that draw at random may be told.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./TensorOptions.html"><code>TensorOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-backend"></a> <code>backend?</code></td><td><a href="./../backend/interfaces/Backend.html"><code>Backend</code></a></td><td>Where the elements live; default the backend that <code>setBackend</code> chose.</td><td><a href="./TensorOptions.html"><code>TensorOptions</code></a>.<a href="./TensorOptions.html#property-backend"><code>backend</code></a></td></tr><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><a href="./../type-aliases/DType.html"><code>DType</code></a></td><td>The element type; default float32, where the function does not say otherwise.</td><td><a href="./TensorOptions.html"><code>TensorOptions</code></a>.<a href="./TensorOptions.html#property-dtype"><code>dtype</code></a></td></tr><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><a href="./Generator.html"><code>Generator</code></a></td><td>The stream to draw from; default the one that <code>manualSeed</code> seeds.</td><td>-</td></tr><tr><td><a id="property-requiresgrad"></a> <code>requiresGrad?</code></td><td><code>boolean</code></td><td>Whether autograd follows the tensor; default false.</td><td><a href="./TensorOptions.html"><code>TensorOptions</code></a>.<a href="./TensorOptions.html#property-requiresgrad"><code>requiresGrad</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/RandomOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RandomOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RandomOptions as default
};
