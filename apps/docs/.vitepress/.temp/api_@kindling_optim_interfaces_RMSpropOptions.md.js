import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RMSpropOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/RMSpropOptions.md","filePath":"api/@kindling/optim/interfaces/RMSpropOptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/RMSpropOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / RMSpropOptions</p><h1 id="rmspropoptions" tabindex="-1">RMSpropOptions <a class="header-anchor" href="#rmspropoptions" aria-label="Permalink to &quot;RMSpropOptions&quot;">​</a></h1><p>What <a href="./../classes/RMSprop.html">RMSprop</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-alpha"></a> <code>alpha?</code></td><td><code>number</code></td><td>How much of the running mean of the squared gradient is kept; default 0.99.</td></tr><tr><td><a id="property-centered"></a> <code>centered?</code></td><td><code>boolean</code></td><td>Whether the variance of the gradient takes the place of its mean square; default false.</td></tr><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>Added to the denominator; default 1e-8.</td></tr><tr><td><a id="property-lr"></a> <code>lr?</code></td><td><code>number</code></td><td>The learning rate; default 0.01.</td></tr><tr><td><a id="property-maximize"></a> <code>maximize?</code></td><td><code>boolean</code></td><td>Whether the objective grows instead of falling; default false.</td></tr><tr><td><a id="property-momentum"></a> <code>momentum?</code></td><td><code>number</code></td><td>How much of the last step is kept; default 0.</td></tr><tr><td><a id="property-weightdecay"></a> <code>weightDecay?</code></td><td><code>number</code></td><td>The factor of the parameter that is added to its gradient (an L2 penalty); default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/RMSpropOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RMSpropOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RMSpropOptions as default
};
