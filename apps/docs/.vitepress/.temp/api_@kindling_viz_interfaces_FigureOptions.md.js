import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"FigureOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/FigureOptions.md","filePath":"api/@kindling/viz/interfaces/FigureOptions.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/FigureOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / FigureOptions</p><h1 id="figureoptions" tabindex="-1">FigureOptions <a class="header-anchor" href="#figureoptions" aria-label="Permalink to &quot;FigureOptions&quot;">​</a></h1><p>Options of <a href="./../functions/figure.html">figure</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-columns"></a> <code>columns?</code></td><td><code>number</code></td><td>Pictures a row; as near a square as their number allows when left out.</td></tr><tr><td><a id="property-gap"></a> <code>gap?</code></td><td><code>number</code></td><td>Pixels between pictures; 8 when left out.</td></tr><tr><td><a id="property-plots"></a> <code>plots</code></td><td>readonly <a href="./Scene.html"><code>Scene</code></a>[]</td><td>The pictures, row by row.</td></tr><tr><td><a id="property-theme"></a> <code>theme?</code></td><td><a href="./../type-aliases/ThemeOption.html"><code>ThemeOption</code></a></td><td>Colours of the ground and the title; the first picture&#39;s when left out.</td></tr><tr><td><a id="property-title"></a> <code>title?</code></td><td><code>string</code></td><td>What stands above them all.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/FigureOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FigureOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FigureOptions as default
};
