import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"BufferOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/nn/interfaces/BufferOptions.md","filePath":"api/@kindling/nn/interfaces/BufferOptions.md"}');
const _sfc_main = { name: "api/@kindling/nn/interfaces/BufferOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/nn</a> / BufferOptions</p><h1 id="bufferoptions" tabindex="-1">BufferOptions <a class="header-anchor" href="#bufferoptions" aria-label="Permalink to &quot;BufferOptions&quot;">​</a></h1><p>How a buffer is kept.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-key"></a> <code>key?</code></td><td><code>string</code></td><td>Its name in state dicts and <code>namedBuffers()</code>; default the name of the field.</td></tr><tr><td><a id="property-persistent"></a> <code>persistent?</code></td><td><code>boolean</code></td><td>Whether <code>stateDict()</code> holds it; default true.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/nn/interfaces/BufferOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BufferOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BufferOptions as default
};
