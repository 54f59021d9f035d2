import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"XavierOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/init/interfaces/XavierOptions.md","filePath":"api/@kindling/nn/namespaces/init/interfaces/XavierOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/init/interfaces/XavierOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">init</a> / XavierOptions</p><h1 id="xavieroptions" tabindex="-1">XavierOptions <a class="header-anchor" href="#xavieroptions" aria-label="Permalink to &quot;XavierOptions&quot;">​</a></h1><p>What the xavier initialisers may be told.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./InitOptions.html"><code>InitOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-gain"></a> <code>gain?</code></td><td><code>number</code></td><td>A factor for the standard deviation, as of <code>calculateGain</code>; default 1.</td><td>-</td></tr><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><a href="./../../../../tensor-core/interfaces/Generator.html"><code>Generator</code></a></td><td>The stream to draw from; default the one that <code>manualSeed</code> seeds.</td><td><a href="./InitOptions.html"><code>InitOptions</code></a>.<a href="./InitOptions.html#property-generator"><code>generator</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/init/interfaces/XavierOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const XavierOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  XavierOptions as default
};
