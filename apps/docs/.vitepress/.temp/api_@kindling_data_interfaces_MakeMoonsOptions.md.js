import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"MakeMoonsOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/MakeMoonsOptions.md","filePath":"api/@kindling/data/interfaces/MakeMoonsOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/MakeMoonsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / MakeMoonsOptions</p><h1 id="makemoonsoptions" tabindex="-1">MakeMoonsOptions <a class="header-anchor" href="#makemoonsoptions" aria-label="Permalink to &quot;MakeMoonsOptions&quot;">​</a></h1><p>What <code>makeMoons</code> draws.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-noise"></a> <code>noise?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The standard deviation of the noise added to each coordinate; none by default.</td></tr><tr><td><a id="property-nsamples"></a> <code>nSamples?</code></td><td><code>readonly</code></td><td><code>number</code> | readonly [<code>number</code>, <code>number</code>]</td><td>The number of points, or of points on each moon; 100 by default.</td></tr><tr><td><a id="property-randomstate"></a> <code>randomState?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/RandomStateLike.html"><code>RandomStateLike</code></a></td><td>Where order and noise are drawn from.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the points come in random order; true by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/MakeMoonsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MakeMoonsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MakeMoonsOptions as default
};
