import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"KaimingOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/init/interfaces/KaimingOptions.md","filePath":"api/@kindling/nn/namespaces/init/interfaces/KaimingOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/init/interfaces/KaimingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">init</a> / KaimingOptions</p><h1 id="kaimingoptions" tabindex="-1">KaimingOptions <a class="header-anchor" href="#kaimingoptions" aria-label="Permalink to &quot;KaimingOptions&quot;">​</a></h1><p>What the kaiming initialisers may be told.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./InitOptions.html"><code>InitOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-a"></a> <code>a?</code></td><td><code>number</code></td><td>The negative slope, for leakyRelu; default 0.</td><td>-</td></tr><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><a href="./../../../../tensor-core/interfaces/Generator.html"><code>Generator</code></a></td><td>The stream to draw from; default the one that <code>manualSeed</code> seeds.</td><td><a href="./InitOptions.html"><code>InitOptions</code></a>.<a href="./InitOptions.html#property-generator"><code>generator</code></a></td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>&quot;fanIn&quot;</code> | <code>&quot;fanOut&quot;</code></td><td>Whether the size of values (<code>&#39;fanIn&#39;</code>, default) or of gradients (<code>&#39;fanOut&#39;</code>) stays as it is from layer to layer.</td><td>-</td></tr><tr><td><a id="property-nonlinearity"></a> <code>nonlinearity?</code></td><td><a href="./../type-aliases/Nonlinearity.html"><code>Nonlinearity</code></a></td><td>The function that follows; default <code>&#39;leakyRelu&#39;</code>.</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/init/interfaces/KaimingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KaimingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KaimingOptions as default
};
