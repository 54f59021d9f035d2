import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"EarlyStoppingOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/EarlyStoppingOptions.md","filePath":"api/@kindling/train/interfaces/EarlyStoppingOptions.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/EarlyStoppingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / EarlyStoppingOptions</p><h1 id="earlystoppingoptions" tabindex="-1">EarlyStoppingOptions <a class="header-anchor" href="#earlystoppingoptions" aria-label="Permalink to &quot;EarlyStoppingOptions&quot;">​</a></h1><p>What <a href="./../classes/EarlyStopping.html">EarlyStopping</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-mindelta"></a> <code>minDelta?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much better counts as better; default 0: any.</td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Mode.html"><code>Mode</code></a></td><td>Whether smaller or larger is better; default <code>min</code>.</td></tr><tr><td><a id="property-monitor"></a> <code>monitor?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>What is watched: <code>loss</code>, <code>valLoss</code>, or the name of a metric; default <code>valLoss</code>.</td></tr><tr><td><a id="property-patience"></a> <code>patience?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many epochs in a row may pass without improvement; default 10.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/EarlyStoppingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EarlyStoppingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EarlyStoppingOptions as default
};
