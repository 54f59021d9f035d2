import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CanvasOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/CanvasOptions.md","filePath":"api/@kindling/viz/interfaces/CanvasOptions.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/CanvasOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / CanvasOptions</p><h1 id="canvasoptions" tabindex="-1">CanvasOptions <a class="header-anchor" href="#canvasoptions" aria-label="Permalink to &quot;CanvasOptions&quot;">​</a></h1><p>Options of <a href="./../functions/drawCanvas.html">drawCanvas</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-scale"></a> <code>scale?</code></td><td><code>number</code></td><td>Pixels of the canvas for a pixel of the scene: give <code>devicePixelRatio</code> for a sharp picture; 1 when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/CanvasOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CanvasOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CanvasOptions as default
};
