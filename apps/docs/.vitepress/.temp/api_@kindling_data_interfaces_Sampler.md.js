import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Sampler","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/Sampler.md","filePath":"api/@kindling/data/interfaces/Sampler.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/Sampler.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / Sampler</p><h1 id="sampler" tabindex="-1">Sampler <a class="header-anchor" href="#sampler" aria-label="Permalink to &quot;Sampler&quot;">​</a></h1><p>The order in which a <a href="./../classes/DataLoader.html">DataLoader</a> takes samples: every iteration gives the sample numbers of one epoch.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Iterable</code>&lt;<code>number</code>&gt;</li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-length"></a> <code>length</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many numbers one iteration gives.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/Sampler.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Sampler = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Sampler as default
};
