import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"ReduceLROnPlateauState","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/ReduceLROnPlateauState.md","filePath":"api/@kindling/optim/interfaces/ReduceLROnPlateauState.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/ReduceLROnPlateauState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / ReduceLROnPlateauState</p><h1 id="reducelronplateaustate" tabindex="-1">ReduceLROnPlateauState <a class="header-anchor" href="#reducelronplateaustate" aria-label="Permalink to &quot;ReduceLROnPlateauState&quot;">​</a></h1><p>Where a <a href="./../classes/ReduceLROnPlateau.html">ReduceLROnPlateau</a> stands: plain data that survives <code>JSON.stringify</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-best"></a> <code>best</code></td><td><code>number</code> | <code>null</code></td><td>The best metric so far; <code>null</code> before the first.</td></tr><tr><td><a id="property-cooldowncounter"></a> <code>cooldownCounter</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-lastepoch"></a> <code>lastEpoch</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-lastlr"></a> <code>lastLr</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-numbadepochs"></a> <code>numBadEpochs</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/ReduceLROnPlateauState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReduceLROnPlateauState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReduceLROnPlateauState as default
};
