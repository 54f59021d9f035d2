import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PlotOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/PlotOptions.md","filePath":"api/@kindling/viz/interfaces/PlotOptions.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/PlotOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / PlotOptions</p><h1 id="plotoptions" tabindex="-1">PlotOptions <a class="header-anchor" href="#plotoptions" aria-label="Permalink to &quot;PlotOptions&quot;">​</a></h1><p>What every plot can be told.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./CalibrationPlotOptions.html"><code>CalibrationPlotOptions</code></a></li><li><a href="./ConfusionMatrixPlotOptions.html"><code>ConfusionMatrixPlotOptions</code></a></li><li><a href="./DecisionBoundaryOptions.html"><code>DecisionBoundaryOptions</code></a></li><li><a href="./HistogramOptions.html"><code>HistogramOptions</code></a></li><li><a href="./LossCurveOptions.html"><code>LossCurveOptions</code></a></li><li><a href="./RocPlotOptions.html"><code>RocPlotOptions</code></a></li><li><a href="./ScatterOptions.html"><code>ScatterOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-height"></a> <code>height?</code></td><td><code>number</code></td><td>Height of the picture in pixels.</td></tr><tr><td><a id="property-theme"></a> <code>theme?</code></td><td><a href="./../type-aliases/ThemeOption.html"><code>ThemeOption</code></a></td><td><code>&#39;light&#39;</code> (the default), <code>&#39;dark&#39;</code>, or colours of one&#39;s own.</td></tr><tr><td><a id="property-title"></a> <code>title?</code></td><td><code>string</code></td><td>What stands above the plot; a plain name of what it shows when left out.</td></tr><tr><td><a id="property-width"></a> <code>width?</code></td><td><code>number</code></td><td>Width of the picture in pixels.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/PlotOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PlotOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PlotOptions as default
};
