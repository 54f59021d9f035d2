import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TerminalHints","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/TerminalHints.md","filePath":"api/@kindling/viz/interfaces/TerminalHints.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/TerminalHints.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / TerminalHints</p><h1 id="terminalhints" tabindex="-1">TerminalHints <a class="header-anchor" href="#terminalhints" aria-label="Permalink to &quot;TerminalHints&quot;">​</a></h1><p>What is known of the place that text goes to.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-env"></a> <code>env?</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>string</code> | <code>undefined</code>&gt;&gt;</td><td>Environment variables; the process&#39;s own when left out.</td></tr><tr><td><a id="property-istty"></a> <code>isTTY?</code></td><td><code>boolean</code></td><td>Whether it is a terminal at all; asked of standard output when left out.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/TerminalHints.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TerminalHints = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TerminalHints as default
};
