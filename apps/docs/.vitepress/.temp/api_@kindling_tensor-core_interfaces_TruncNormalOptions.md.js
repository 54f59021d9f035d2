import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TruncNormalOptions<D>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/interfaces/TruncNormalOptions.md","filePath":"api/@kindling/tensor-core/interfaces/TruncNormalOptions.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/interfaces/TruncNormalOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/tensor-core</a> / TruncNormalOptions</p><h1 id="truncnormaloptions-d" tabindex="-1">TruncNormalOptions&lt;D&gt; <a class="header-anchor" href="#truncnormaloptions-d" aria-label="Permalink to &quot;TruncNormalOptions\\&lt;D\\&gt;&quot;">​</a></h1><p>What <code>truncNormal</code> draws from.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-d"></a> <code>D</code> <em>extends</em> <a href="./../type-aliases/FloatDtype.html"><code>FloatDtype</code></a></td><td><code>&quot;float32&quot;</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-a"></a> <code>a?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The smallest value; -2 by default.</td></tr><tr><td><a id="property-b"></a> <code>b?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The largest value; 2 by default.</td></tr><tr><td><a id="property-dtype"></a> <code>dtype?</code></td><td><code>readonly</code></td><td><code>D</code></td><td>The element type; float32 by default.</td></tr><tr><td><a id="property-mean"></a> <code>mean?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean before cutting; 0 by default.</td></tr><tr><td><a id="property-std"></a> <code>std?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The standard deviation before cutting, above 0; 1 by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/interfaces/TruncNormalOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TruncNormalOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TruncNormalOptions as default
};
