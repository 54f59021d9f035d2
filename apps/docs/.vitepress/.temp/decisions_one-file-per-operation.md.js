import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"One file per operation, methods by declaration merging","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/one-file-per-operation.md","filePath":"decisions/one-file-per-operation.md"}');
const _sfc_main = { name: "decisions/one-file-per-operation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="one-file-per-operation-methods-by-declaration-merging" tabindex="-1">One file per operation, methods by declaration merging <a class="header-anchor" href="#one-file-per-operation-methods-by-declaration-merging" aria-label="Permalink to &quot;One file per operation, methods by declaration merging&quot;">​</a></h1><p><strong>Context.</strong> An operation is a function (<code>exp(x)</code>) and a method (<code>x.exp()</code>). A <code>Tensor</code> class that lists some hundred and twenty methods would be one long file that every operation touches, and would import all of them in a circle.</p><p><strong>Decision.</strong> <code>ops/exp.ts</code> holds everything about <code>exp</code>: forward, derivative, documentation, and the type of the method, which it merges into <code>Tensor</code> with <code>declare module &#39;../tensor.js&#39;</code>. <code>defineUnary</code>, <code>defineBinary</code> and <code>defineMethod</code> put the function on <code>Tensor.prototype</code> when the module is loaded.</p><p><strong>Consequences.</strong></p><ul><li>A new operation is one file and one line in <code>ops/index.ts</code>.</li><li>Loading <code>tensor-core</code> changes <code>tensor-core</code>&#39;s own class and nothing else. Bundlers must not drop an operation&#39;s file because none of its functions is imported by name, so <code>package.json</code> lists <code>dist/ops/*</code> and the few files like it under <code>sideEffects</code>. Without that, <code>x.exp()</code> would be missing in a bundle that never imports <code>exp</code>.</li><li>The operations import one another in circles. That is safe because they only call one another, never while loading.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/one-file-per-operation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const oneFilePerOperation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  oneFilePerOperation as default
};
