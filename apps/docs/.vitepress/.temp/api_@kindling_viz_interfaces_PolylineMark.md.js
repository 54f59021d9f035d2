import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PolylineMark","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/PolylineMark.md","filePath":"api/@kindling/viz/interfaces/PolylineMark.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/PolylineMark.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / PolylineMark</p><h1 id="polylinemark" tabindex="-1">PolylineMark <a class="header-anchor" href="#polylinemark" aria-label="Permalink to &quot;PolylineMark&quot;">​</a></h1><p>A line through points.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>Common</code></li><li><a href="./Stroke.html"><code>Stroke</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-char"></a> <code>char?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The character that stands for the mark in a plain-text picture.</td><td><code>Common.char</code></td></tr><tr><td><a id="property-dash"></a> <code>dash?</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Lengths of dashes and gaps in pixels; a full line when left out.</td><td><a href="./Stroke.html"><code>Stroke</code></a>.<a href="./Stroke.html#property-dash"><code>dash</code></a></td></tr><tr><td><a id="property-opacity"></a> <code>opacity?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>From 0, unseen, to 1, the default.</td><td><code>Common.opacity</code></td></tr><tr><td><a id="property-points"></a> <code>points</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/Point.html"><code>Point</code></a>[]</td><td>-</td><td>-</td></tr><tr><td><a id="property-stroke"></a> <code>stroke?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>A colour as <code>#rrggbb</code>.</td><td><a href="./Stroke.html"><code>Stroke</code></a>.<a href="./Stroke.html#property-stroke"><code>stroke</code></a></td></tr><tr><td><a id="property-strokewidth"></a> <code>strokeWidth?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Width in pixels; 1 when left out.</td><td><a href="./Stroke.html"><code>Stroke</code></a>.<a href="./Stroke.html#property-strokewidth"><code>strokeWidth</code></a></td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;polyline&quot;</code></td><td>-</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/PolylineMark.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PolylineMark = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PolylineMark as default
};
