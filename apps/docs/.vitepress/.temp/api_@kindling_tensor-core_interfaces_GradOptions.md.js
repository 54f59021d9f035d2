import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GradOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/GradOptions.md","filePath":"api/@kindling/tensor-core/interfaces/GradOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/GradOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / GradOptions</p><h1 id="gradoptions" tabindex="-1">GradOptions <a class="header-anchor" href="#gradoptions" aria-label="Permalink to &quot;GradOptions&quot;">​</a></h1><p>What <a href="./../functions/grad.html">grad</a> may be told.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./BackwardOptions.html"><code>BackwardOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-allowunused"></a> <code>allowUnused?</code></td><td><code>boolean</code></td><td>Give <code>null</code> for an input that no output depends on, instead of an error; default false.</td><td>-</td></tr><tr><td><a id="property-creategraph"></a> <code>createGraph?</code></td><td><code>boolean</code></td><td>Record the backward pass itself, so that gradients can be differentiated; default false.</td><td><a href="./BackwardOptions.html"><code>BackwardOptions</code></a>.<a href="./BackwardOptions.html#property-creategraph"><code>createGraph</code></a></td></tr><tr><td><a id="property-gradoutputs"></a> <code>gradOutputs?</code></td><td>readonly (<a href="./../classes/Tensor.html"><code>Tensor</code></a> | <code>null</code>)[]</td><td>The gradients of the outputs, of their shapes; default 1 for scalar outputs.</td><td>-</td></tr><tr><td><a id="property-retaingraph"></a> <code>retainGraph?</code></td><td><code>boolean</code></td><td>Keep the graph for another pass; default: the value of <code>createGraph</code>.</td><td><a href="./BackwardOptions.html"><code>BackwardOptions</code></a>.<a href="./BackwardOptions.html#property-retaingraph"><code>retainGraph</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/GradOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GradOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GradOptions as default
};
