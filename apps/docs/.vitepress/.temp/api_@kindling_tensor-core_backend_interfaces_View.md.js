import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"View","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/backend/interfaces/View.md","filePath":"api/@kindling/tensor-core/backend/interfaces/View.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/backend/interfaces/View.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../">@kindling/tensor-core/backend</a> / View</p><h1 id="view" tabindex="-1">View <a class="header-anchor" href="#view" aria-label="Permalink to &quot;View&quot;">​</a></h1><p>A buffer read with a shape: element <code>[i, j]</code> is at <code>offset + i * strides[0] + j * strides[1]</code>. Strides may be 0 or negative.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-buffer"></a> <code>buffer</code></td><td><code>readonly</code></td><td><a href="./Buffer.html"><code>Buffer</code></a></td><td>The elements, of which the view may show a part.</td></tr><tr><td><a id="property-dense"></a> <code>dense</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the elements lie in row-major order without gaps from <code>offset</code> on, so that kernels may run straight through.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/DType.html"><code>DType</code></a></td><td>The type of the elements.</td></tr><tr><td><a id="property-offset"></a> <code>offset</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Where in the buffer the element with all indices 0 lies.</td></tr><tr><td><a id="property-shape"></a> <code>shape</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/Shape.html"><code>Shape</code></a></td><td>The sizes of the dimensions.</td></tr><tr><td><a id="property-size"></a> <code>size</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of elements: the product of the shape.</td></tr><tr><td><a id="property-strides"></a> <code>strides</code></td><td><code>readonly</code></td><td>readonly <code>number</code>[]</td><td>Elements from one index to the next, a number for each dimension.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/backend/interfaces/View.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const View = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  View as default
};
