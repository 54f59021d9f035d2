import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TableTensors","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/TableTensors.md","filePath":"api/@kindling/data/interfaces/TableTensors.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/TableTensors.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / TableTensors</p><h1 id="tabletensors" tabindex="-1">TableTensors <a class="header-anchor" href="#tabletensors" aria-label="Permalink to &quot;TableTensors&quot;">​</a></h1><p>A table as tensors.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-x"></a> <code>x</code></td><td><a href="./../../tensor-core/classes/Tensor.html"><code>Tensor</code></a></td><td>The features, float32 <code>[rows, columns]</code>.</td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><a href="./../../tensor-core/classes/Tensor.html"><code>Tensor</code></a></td><td>The number of each row&#39;s class, float32 <code>[rows, 1]</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/TableTensors.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TableTensors = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TableTensors as default
};
