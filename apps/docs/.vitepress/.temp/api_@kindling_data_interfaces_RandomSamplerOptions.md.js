import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RandomSamplerOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/RandomSamplerOptions.md","filePath":"api/@kindling/data/interfaces/RandomSamplerOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/RandomSamplerOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / RandomSamplerOptions</p><h1 id="randomsampleroptions" tabindex="-1">RandomSamplerOptions <a class="header-anchor" href="#randomsampleroptions" aria-label="Permalink to &quot;RandomSamplerOptions&quot;">​</a></h1><p>What a <a href="./../classes/RandomSampler.html">RandomSampler</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-generator"></a> <code>generator?</code></td><td><code>readonly</code></td><td><a href="./../../tensor-core/interfaces/Generator.html"><code>Generator</code></a></td><td>The stream to draw from; by default every iteration seeds a stream of its own from the default generator.</td></tr><tr><td><a id="property-numsamples"></a> <code>numSamples?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many numbers an iteration gives; default one for each sample.</td></tr><tr><td><a id="property-replacement"></a> <code>replacement?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Draw each number independently, so that it may come again; default false.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/RandomSamplerOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RandomSamplerOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RandomSamplerOptions as default
};
