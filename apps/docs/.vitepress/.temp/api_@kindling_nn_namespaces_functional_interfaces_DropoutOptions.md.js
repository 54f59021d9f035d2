import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"DropoutOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/namespaces/functional/interfaces/DropoutOptions.md","filePath":"api/@kindling/nn/namespaces/functional/interfaces/DropoutOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/namespaces/functional/interfaces/DropoutOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../../">API</a> / <a href="./../../../">@kindling/nn</a> / <a href="./../">functional</a> / DropoutOptions</p><h1 id="dropoutoptions" tabindex="-1">DropoutOptions <a class="header-anchor" href="#dropoutoptions" aria-label="Permalink to &quot;DropoutOptions&quot;">​</a></h1><p>What <a href="./../functions/dropout.html">dropout</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><a href="./../../../../tensor-core/interfaces/Generator.html"><code>Generator</code></a></td><td>The stream to draw from; default the one that <code>manualSeed</code> seeds.</td></tr><tr><td><a id="property-training"></a> <code>training?</code></td><td><code>boolean</code></td><td>Whether anything is dropped at all; default true.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/namespaces/functional/interfaces/DropoutOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const DropoutOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  DropoutOptions as default
};
