import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"AdadeltaOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/AdadeltaOptions.md","filePath":"api/@kindling/optim/interfaces/AdadeltaOptions.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/AdadeltaOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / AdadeltaOptions</p><h1 id="adadeltaoptions" tabindex="-1">AdadeltaOptions <a class="header-anchor" href="#adadeltaoptions" aria-label="Permalink to &quot;AdadeltaOptions&quot;">​</a></h1><p>What <a href="./../classes/Adadelta.html">Adadelta</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-eps"></a> <code>eps?</code></td><td><code>number</code></td><td>Added under the roots; default 1e-6.</td></tr><tr><td><a id="property-lr"></a> <code>lr?</code></td><td><code>number</code></td><td>The learning rate; default 1.</td></tr><tr><td><a id="property-maximize"></a> <code>maximize?</code></td><td><code>boolean</code></td><td>Whether the objective grows instead of falling; default false.</td></tr><tr><td><a id="property-rho"></a> <code>rho?</code></td><td><code>number</code></td><td>How much of the running means is kept, from 0 to 1; default 0.9.</td></tr><tr><td><a id="property-weightdecay"></a> <code>weightDecay?</code></td><td><code>number</code></td><td>The factor of the parameter that is added to its gradient (an L2 penalty); default 0.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/AdadeltaOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AdadeltaOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AdadeltaOptions as default
};
