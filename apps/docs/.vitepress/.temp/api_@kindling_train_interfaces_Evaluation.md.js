import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Evaluation<Name>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/Evaluation.md","filePath":"api/@kindling/train/interfaces/Evaluation.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/Evaluation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / Evaluation</p><h1 id="evaluation-name" tabindex="-1">Evaluation&lt;Name&gt; <a class="header-anchor" href="#evaluation-name" aria-label="Permalink to &quot;Evaluation\\&lt;Name\\&gt;&quot;">​</a></h1><p>What <a href="./../functions/evaluate.html">evaluate</a> found.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-name"></a> <code>Name</code> <em>extends</em> <code>string</code></td><td><code>string</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code> | <code>null</code></td><td>The mean loss, each batch counted by its rows; <code>null</code> when no loss was asked for.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics</code></td><td><code>readonly</code></td><td><code>Record</code>&lt;<code>Name</code>, <code>number</code>&gt;</td><td>Each metric.</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of rows.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/Evaluation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Evaluation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Evaluation as default
};
