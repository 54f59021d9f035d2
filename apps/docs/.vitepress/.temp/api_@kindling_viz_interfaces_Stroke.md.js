import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Stroke","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/Stroke.md","filePath":"api/@kindling/viz/interfaces/Stroke.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/Stroke.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / Stroke</p><h1 id="stroke" tabindex="-1">Stroke <a class="header-anchor" href="#stroke" aria-label="Permalink to &quot;Stroke&quot;">​</a></h1><p>How an outline or a line is drawn.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./PointsMark.html"><code>PointsMark</code></a></li><li><a href="./PolygonMark.html"><code>PolygonMark</code></a></li><li><a href="./PolylineMark.html"><code>PolylineMark</code></a></li><li><a href="./RectMark.html"><code>RectMark</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dash"></a> <code>dash?</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Lengths of dashes and gaps in pixels; a full line when left out.</td></tr><tr><td><a id="property-stroke"></a> <code>stroke?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>A colour as <code>#rrggbb</code>.</td></tr><tr><td><a id="property-strokewidth"></a> <code>strokeWidth?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Width in pixels; 1 when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/Stroke.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Stroke = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Stroke as default
};
