import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"OptimizerStateDict","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/OptimizerStateDict.md","filePath":"api/@kindling/optim/interfaces/OptimizerStateDict.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/OptimizerStateDict.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / OptimizerStateDict</p><h1 id="optimizerstatedict" tabindex="-1">OptimizerStateDict <a class="header-anchor" href="#optimizerstatedict" aria-label="Permalink to &quot;OptimizerStateDict&quot;">​</a></h1><p>What <code>optimizer.stateDict()</code> returns: plain data, but for the tensors.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-paramgroups"></a> <code>paramGroups</code></td><td>(<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt; &amp; { <code>params</code>: <code>number</code>[]; })[]</td><td>The options of each group, and the numbers of its parameters.</td></tr><tr><td><a id="property-state"></a> <code>state</code></td><td><code>Record</code>&lt;<code>string</code>, <code>Record</code>&lt;<code>string</code>, <a href="./../../tensor-core/classes/Tensor.html"><code>Tensor</code></a> | <code>number</code>&gt;&gt;</td><td>What is remembered of each parameter, by its number.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/OptimizerStateDict.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const OptimizerStateDict = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  OptimizerStateDict as default
};
