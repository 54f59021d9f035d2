import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"AdamOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/AdamOptions.md","filePath":"api/@kindling/optim/interfaces/AdamOptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/AdamOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / AdamOptions</p><h1 id="adamoptions" tabindex="-1">AdamOptions <a class="header-anchor" href="#adamoptions" aria-label="Permalink to &quot;AdamOptions&quot;">​</a></h1><p>What <a href="./../classes/Adam.html">Adam</a> and <a href="./../classes/AdamW.html">AdamW</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-amsgrad"></a> <code>amsgrad?</code></td><td><code>boolean</code></td><td>Whether the largest mean square so far is used: Reddi et al. (2018); default false.</td></tr><tr><td><a id="property-betas"></a> <code>betas?</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td>How much of the running means of the gradient and of its square is kept; default [0.9, 0.999].</td></tr><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>Added to the denominator; default 1e-8.</td></tr><tr><td><a id="property-lr"></a> <code>lr?</code></td><td><code>number</code></td><td>The learning rate; default 0.001.</td></tr><tr><td><a id="property-maximize"></a> <code>maximize?</code></td><td><code>boolean</code></td><td>Whether the objective grows instead of falling; default false.</td></tr><tr><td><a id="property-weightdecay"></a> <code>weightDecay?</code></td><td><code>number</code></td><td>The factor of the parameter by which it shrinks; default 0 for Adam, 0.01 for AdamW.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/AdamOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AdamOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AdamOptions as default
};
