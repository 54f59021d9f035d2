import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RocPlotOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/RocPlotOptions.md","filePath":"api/@kindling/viz/interfaces/RocPlotOptions.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/RocPlotOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / RocPlotOptions</p><h1 id="rocplotoptions" tabindex="-1">RocPlotOptions <a class="header-anchor" href="#rocplotoptions" aria-label="Permalink to &quot;RocPlotOptions&quot;">​</a></h1><p>Options of <a href="./../functions/rocPlot.html">rocPlot</a>.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./PlotOptions.html"><code>PlotOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-curves"></a> <code>curves</code></td><td>readonly <a href="./RocPlotCurve.html"><code>RocPlotCurve</code></a>[]</td><td>-</td><td>-</td></tr><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Height of the picture in pixels.</td><td><a href="./PlotOptions.html"><code>PlotOptions</code></a>.<a href="./PlotOptions.html#property-height"><code>height</code></a></td></tr><tr><td><a id="property-theme"></a> <code>theme?</code></td><td><a href="./../type-aliases/ThemeOption.html"><code>ThemeOption</code></a></td><td><code>&#39;light&#39;</code> (the default), <code>&#39;dark&#39;</code>, or colours of one&#39;s own.</td><td><a href="./PlotOptions.html"><code>PlotOptions</code></a>.<a href="./PlotOptions.html#property-theme"><code>theme</code></a></td></tr><tr><td><a id="property-title"></a> <code>title?</code></td><td><code>string</code></td><td>What stands above the plot; a plain name of what it shows when left out.</td><td><a href="./PlotOptions.html"><code>PlotOptions</code></a>.<a href="./PlotOptions.html#property-title"><code>title</code></a></td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>Width of the picture in pixels.</td><td><a href="./PlotOptions.html"><code>PlotOptions</code></a>.<a href="./PlotOptions.html#property-width"><code>width</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/RocPlotOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocPlotOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocPlotOptions as default
};
