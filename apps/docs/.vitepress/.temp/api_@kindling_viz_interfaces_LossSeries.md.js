import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LossSeries","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/LossSeries.md","filePath":"api/@kindling/viz/interfaces/LossSeries.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/LossSeries.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / LossSeries</p><h1 id="lossseries" tabindex="-1">LossSeries <a class="header-anchor" href="#lossseries" aria-label="Permalink to &quot;LossSeries&quot;">​</a></h1><p>One run of training.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epochs"></a> <code>epochs?</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>The epochs of the values; 1, 2, 3 and so on when left out.</td></tr><tr><td><a id="property-name"></a> <code>name?</code></td><td><code>string</code></td><td>What the legend calls the run.</td></tr><tr><td><a id="property-validation"></a> <code>validation?</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>The loss on held-out data after each epoch, drawn dashed.</td></tr><tr><td><a id="property-values"></a> <code>values</code></td><td><a href="./../type-aliases/Numbers.html"><code>Numbers</code></a></td><td>The loss after each epoch; NaN leaves a gap.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/LossSeries.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LossSeries = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LossSeries as default
};
