import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Blobs","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/Blobs.md","filePath":"api/@kindling/data/interfaces/Blobs.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/Blobs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / Blobs</p><h1 id="blobs" tabindex="-1">Blobs <a class="header-anchor" href="#blobs" aria-label="Permalink to &quot;Blobs&quot;">​</a></h1><p>Blobs and where their centres are.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./LabelledData.html"><code>LabelledData</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-centers"></a> <code>centers</code></td><td><code>readonly</code></td><td><code>number</code>[][]</td><td>The centre of each class.</td><td>-</td></tr><tr><td><a id="property-columns"></a> <code>columns</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><a href="./LabelledData.html"><code>LabelledData</code></a>.<a href="./LabelledData.html#property-columns"><code>columns</code></a></td></tr><tr><td><a id="property-data"></a> <code>data</code></td><td><code>readonly</code></td><td><code>Float64Array</code></td><td>The values, <code>rows</code> times <code>columns</code> of them.</td><td><a href="./LabelledData.html"><code>LabelledData</code></a>.<a href="./LabelledData.html#property-data"><code>data</code></a></td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td><td><a href="./LabelledData.html"><code>LabelledData</code></a>.<a href="./LabelledData.html#property-rows"><code>rows</code></a></td></tr><tr><td><a id="property-target"></a> <code>target</code></td><td><code>readonly</code></td><td><code>Int32Array</code></td><td>The class of each row, from 0.</td><td><a href="./LabelledData.html"><code>LabelledData</code></a>.<a href="./LabelledData.html#property-target"><code>target</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/Blobs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Blobs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Blobs as default
};
