import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"EvaluateOptions<Name>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/EvaluateOptions.md","filePath":"api/@kindling/train/interfaces/EvaluateOptions.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/EvaluateOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / EvaluateOptions</p><h1 id="evaluateoptions-name" tabindex="-1">EvaluateOptions&lt;Name&gt; <a class="header-anchor" href="#evaluateoptions-name" aria-label="Permalink to &quot;EvaluateOptions\\&lt;Name\\&gt;&quot;">​</a></h1><p>What <a href="./../functions/evaluate.html">evaluate</a> is to measure.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-name"></a> <code>Name</code> <em>extends</em> <code>string</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-loss"></a> <code>loss?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/LossFunction.html"><code>LossFunction</code></a></td><td>The loss, whose mean is returned.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>Name</code>, <a href="./../type-aliases/Metric.html"><code>Metric</code></a>&gt;&gt;</td><td>Metrics by name, each of all rows together.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/EvaluateOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EvaluateOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EvaluateOptions as default
};
