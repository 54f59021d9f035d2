import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TerminalOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/TerminalOptions.md","filePath":"api/@kindling/viz/interfaces/TerminalOptions.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/TerminalOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / TerminalOptions</p><h1 id="terminaloptions" tabindex="-1">TerminalOptions <a class="header-anchor" href="#terminaloptions" aria-label="Permalink to &quot;TerminalOptions&quot;">​</a></h1><p>Options of <a href="./../functions/toTerminal.html">toTerminal</a>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-color"></a> <code>color?</code></td><td><code>boolean</code> | <a href="./../type-aliases/ColorDepth.html"><code>ColorDepth</code></a></td><td>Colours: by name, <code>true</code> for all, <code>false</code> for none; judged from the process when left out. Without colour the picture is made of plain ASCII characters.</td></tr><tr><td><a id="property-columns"></a> <code>columns?</code></td><td><code>number</code></td><td>Characters a line; 80 when left out.</td></tr><tr><td><a id="property-rows"></a> <code>rows?</code></td><td><code>number</code></td><td>Lines; as many as give the picture about its own form when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/TerminalOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TerminalOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TerminalOptions as default
};
