import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"CrossValidation<Name>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/CrossValidation.md","filePath":"api/@kindling/train/interfaces/CrossValidation.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/CrossValidation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / CrossValidation</p><h1 id="crossvalidation-name" tabindex="-1">CrossValidation&lt;Name&gt; <a class="header-anchor" href="#crossvalidation-name" aria-label="Permalink to &quot;CrossValidation\\&lt;Name\\&gt;&quot;">​</a></h1><p>What <a href="./../functions/crossValidate.html">crossValidate</a> found; lists have one entry a fold, in order.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-name"></a> <code>Name</code> <em>extends</em> <code>string</code></td><td><code>string</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-folds"></a> <code>folds</code></td><td><code>readonly</code></td><td><a href="./Fold.html"><code>Fold</code></a>[]</td><td>The rows of each fold.</td></tr><tr><td><a id="property-histories"></a> <code>histories</code></td><td><code>readonly</code></td><td><a href="./History.html"><code>History</code></a>&lt;<code>Name</code>&gt;[]</td><td>-</td></tr><tr><td><a id="property-mean"></a> <code>mean</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-scores"></a> <code>scores</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-std"></a> <code>std</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The standard deviation of the scores themselves (divided by their number, NumPy&#39;s default), not of a sample.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/CrossValidation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CrossValidation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CrossValidation as default
};
