import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GeneratorState","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/GeneratorState.md","filePath":"api/@kindling/tensor-core/interfaces/GeneratorState.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/GeneratorState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / GeneratorState</p><h1 id="generatorstate" tabindex="-1">GeneratorState <a class="header-anchor" href="#generatorstate" aria-label="Permalink to &quot;GeneratorState&quot;">​</a></h1><p>Where a stream stands: plain data that survives <code>JSON.stringify</code>, cached normal values included.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./RandomStateState.html"><code>RandomStateState</code></a></li><li><a href="./SeedrandomGeneratorState.html"><code>SeedrandomGeneratorState</code></a></li><li><a href="./TorchGeneratorState.html"><code>TorchGeneratorState</code></a></li></ul><h2 id="indexable" tabindex="-1">Indexable <a class="header-anchor" href="#indexable" aria-label="Permalink to &quot;Indexable&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">[field: string]: unknown</span></span></code></pre></div><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-engine"></a> <code>engine</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/EngineName.html"><code>EngineName</code></a></td><td>-</td></tr><tr><td><a id="property-seed"></a> <code>seed</code></td><td><code>readonly</code></td><td><code>string</code> | <code>number</code></td><td>The seed it started from; a whole number too large for a JSON number is written as a string of digits.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/GeneratorState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GeneratorState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GeneratorState as default
};
