import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Buffer","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/backend/interfaces/Buffer.md","filePath":"api/@kindling/tensor-core/backend/interfaces/Buffer.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/backend/interfaces/Buffer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../">@kindling/tensor-core/backend</a> / Buffer</p><h1 id="buffer" tabindex="-1">Buffer <a class="header-anchor" href="#buffer" aria-label="Permalink to &quot;Buffer&quot;">​</a></h1><p>Elements that a backend holds, in memory or on a device. Backends extend it with what they need.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backend"></a> <code>backend</code></td><td><code>readonly</code></td><td><a href="./Backend.html"><code>Backend</code></a></td><td>Who made it, and alone can use it.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype</code></td><td><code>readonly</code></td><td><a href="./../../type-aliases/DType.html"><code>DType</code></a></td><td>The type of the elements.</td></tr><tr><td><a id="property-held"></a> <code>held?</code></td><td><code>public</code></td><td><code>boolean</code></td><td>Whether a tensor&#39;s <code>grad</code> owns the elements, so that no second gradient may share them. Only tensor-core writes it.</td></tr><tr><td><a id="property-size"></a> <code>size</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of elements.</td></tr><tr><td><a id="property-version"></a> <code>version</code></td><td><code>public</code></td><td><code>number</code></td><td>How often the elements were changed in place; autograd compares it. Only tensor-core writes it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/backend/interfaces/Buffer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Buffer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Buffer as default
};
