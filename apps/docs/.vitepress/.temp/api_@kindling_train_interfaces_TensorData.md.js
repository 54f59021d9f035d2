import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TensorData","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/TensorData.md","filePath":"api/@kindling/train/interfaces/TensorData.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/TensorData.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / TensorData</p><h1 id="tensordata" tabindex="-1">TensorData <a class="header-anchor" href="#tensordata" aria-label="Permalink to &quot;TensorData&quot;">​</a></h1><p>Rows that are in memory as a whole.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchsize"></a> <code>batchSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Rows a step; default all of them.</td></tr><tr><td><a id="property-droplast"></a> <code>dropLast?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether to leave out the last batch where it is smaller than the others; default false.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether every epoch takes the rows in a new random order, drawn as a <code>DataLoader</code> draws it; default false.</td></tr><tr><td><a id="property-x"></a> <code>x</code></td><td><code>readonly</code></td><td><a href="./../../tensor-core/classes/Tensor.html"><code>Tensor</code></a></td><td>The input of the model, <code>[rows, …]</code>.</td></tr><tr><td><a id="property-y"></a> <code>y</code></td><td><code>readonly</code></td><td><a href="./../../tensor-core/classes/Tensor.html"><code>Tensor</code></a></td><td>What its output should be, <code>[rows, …]</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/TensorData.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TensorData = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TensorData as default
};
