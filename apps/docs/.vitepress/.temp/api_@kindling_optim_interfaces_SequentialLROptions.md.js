import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"SequentialLROptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/SequentialLROptions.md","filePath":"api/@kindling/optim/interfaces/SequentialLROptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/SequentialLROptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / SequentialLROptions</p><h1 id="sequentiallroptions" tabindex="-1">SequentialLROptions <a class="header-anchor" href="#sequentiallroptions" aria-label="Permalink to &quot;SequentialLROptions&quot;">​</a></h1><p>What <a href="./../classes/SequentialLR.html">SequentialLR</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-milestones"></a> <code>milestones</code></td><td>readonly <code>number</code>[]</td><td>After how many steps each but the first takes over, in ascending order.</td></tr><tr><td><a id="property-schedulers"></a> <code>schedulers</code></td><td>readonly <a href="./../classes/LRScheduler.html"><code>LRScheduler</code></a>&lt;<code>object</code>&gt;[]</td><td>The schedules, of one optimizer.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/SequentialLROptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SequentialLROptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SequentialLROptions as default
};
