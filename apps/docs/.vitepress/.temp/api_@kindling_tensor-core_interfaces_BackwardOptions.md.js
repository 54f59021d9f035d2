import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"BackwardOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/BackwardOptions.md","filePath":"api/@kindling/tensor-core/interfaces/BackwardOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/BackwardOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / BackwardOptions</p><h1 id="backwardoptions" tabindex="-1">BackwardOptions <a class="header-anchor" href="#backwardoptions" aria-label="Permalink to &quot;BackwardOptions&quot;">​</a></h1><p>What <code>backward()</code> may be told besides the gradient.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./GradOptions.html"><code>GradOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-creategraph"></a> <code>createGraph?</code></td><td><code>boolean</code></td><td>Record the backward pass itself, so that gradients can be differentiated; default false.</td></tr><tr><td><a id="property-retaingraph"></a> <code>retainGraph?</code></td><td><code>boolean</code></td><td>Keep the graph for another pass; default: the value of <code>createGraph</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/BackwardOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BackwardOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BackwardOptions as default
};
