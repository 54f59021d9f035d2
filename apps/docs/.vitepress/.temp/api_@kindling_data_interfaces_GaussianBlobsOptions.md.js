import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GaussianBlobsOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/GaussianBlobsOptions.md","filePath":"api/@kindling/data/interfaces/GaussianBlobsOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/GaussianBlobsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / GaussianBlobsOptions</p><h1 id="gaussianblobsoptions" tabindex="-1">GaussianBlobsOptions <a class="header-anchor" href="#gaussianblobsoptions" aria-label="Permalink to &quot;GaussianBlobsOptions&quot;">​</a></h1><p>What <a href="./../functions/gaussianBlobs.html">gaussianBlobs</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><code>readonly</code></td><td><a href="./../../tensor-core/interfaces/Generator.html"><code>Generator</code></a></td><td>The stream to draw from; default the one that <code>manualSeed</code> seeds.</td></tr><tr><td><a id="property-shift"></a> <code>shift?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How far the blobs lie from the axes: class 1 is around (0, shift), class 0 around (shift, 0). Default 5.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/GaussianBlobsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GaussianBlobsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GaussianBlobsOptions as default
};
