import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Derivative<Args>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/Derivative.md","filePath":"api/@kindling/tensor-core/interfaces/Derivative.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/Derivative.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / Derivative</p><h1 id="derivative-args" tabindex="-1">Derivative&lt;Args&gt; <a class="header-anchor" href="#derivative-args" aria-label="Permalink to &quot;Derivative\\&lt;Args\\&gt;&quot;">​</a></h1><p>The name and derivatives of an operation, shared by all its nodes.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./OpDefinition.html"><code>OpDefinition</code></a></li></ul><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-args"></a> <code>Args</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backward"></a> <code>backward</code></td><td><code>readonly</code></td><td>| <a href="./../type-aliases/Rule.html"><code>Rule</code></a>&lt;<code>Args</code>&gt; | readonly <a href="./../type-aliases/Rule.html"><code>Rule</code></a>&lt;<code>Args</code>&gt;[]</td><td>One rule an input, or one for all.</td></tr><tr><td><a id="property-name"></a> <code>name</code></td><td><code>readonly</code></td><td><code>string</code></td><td>How messages and printed tensors call it.</td></tr><tr><td><a id="property-prepare"></a> <code>prepare?</code></td><td><code>readonly</code></td><td>(<code>grad</code>, <code>saved</code>) =&gt; <a href="./../classes/Tensor.html"><code>Tensor</code></a></td><td>What the rules of all inputs begin with, done once: they get its result in place of the gradient.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/Derivative.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Derivative = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Derivative as default
};
