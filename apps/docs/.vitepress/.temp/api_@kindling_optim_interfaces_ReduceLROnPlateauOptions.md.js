import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ReduceLROnPlateauOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/ReduceLROnPlateauOptions.md","filePath":"api/@kindling/optim/interfaces/ReduceLROnPlateauOptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/ReduceLROnPlateauOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / ReduceLROnPlateauOptions</p><h1 id="reducelronplateauoptions" tabindex="-1">ReduceLROnPlateauOptions <a class="header-anchor" href="#reducelronplateauoptions" aria-label="Permalink to &quot;ReduceLROnPlateauOptions&quot;">​</a></h1><p>What <a href="./../classes/ReduceLROnPlateau.html">ReduceLROnPlateau</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-cooldown"></a> <code>cooldown?</code></td><td><code>number</code></td><td>How many steps after a change nothing is counted; default 0.</td></tr><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>The smallest change of the learning rate that is made; default 1e-8.</td></tr><tr><td><a id="property-factor"></a> <code>factor?</code></td><td><code>number</code></td><td>The factor of the learning rate, below 1; default 0.1.</td></tr><tr><td><a id="property-minlr"></a> <code>minLr?</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>The lowest learning rate; one for all parameter groups, or one each; default 0.</td></tr><tr><td><a id="property-mode"></a> <code>mode?</code></td><td><code>&quot;max&quot;</code> | <code>&quot;min&quot;</code></td><td>Whether a metric is better when it is smaller (default) or larger.</td></tr><tr><td><a id="property-patience"></a> <code>patience?</code></td><td><code>number</code></td><td>How many steps without improvement are borne; default 10.</td></tr><tr><td><a id="property-threshold"></a> <code>threshold?</code></td><td><code>number</code></td><td>By how much a metric must be better to count; default 1e-4.</td></tr><tr><td><a id="property-thresholdmode"></a> <code>thresholdMode?</code></td><td><code>&quot;abs&quot;</code> | <code>&quot;rel&quot;</code></td><td>Whether the threshold is a part of the best metric (default) or an amount.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/ReduceLROnPlateauOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReduceLROnPlateauOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReduceLROnPlateauOptions as default
};
