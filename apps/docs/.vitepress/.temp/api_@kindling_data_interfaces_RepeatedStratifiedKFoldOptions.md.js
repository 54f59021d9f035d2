import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RepeatedStratifiedKFoldOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/RepeatedStratifiedKFoldOptions.md","filePath":"api/@kindling/data/interfaces/RepeatedStratifiedKFoldOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/RepeatedStratifiedKFoldOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / RepeatedStratifiedKFoldOptions</p><h1 id="repeatedstratifiedkfoldoptions" tabindex="-1">RepeatedStratifiedKFoldOptions <a class="header-anchor" href="#repeatedstratifiedkfoldoptions" aria-label="Permalink to &quot;RepeatedStratifiedKFoldOptions&quot;">​</a></h1><p>How stratified folds are repeated.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-nrepeats"></a> <code>nRepeats?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often they are drawn anew, 1 or more; 10 by default.</td></tr><tr><td><a id="property-nsplits"></a> <code>nSplits?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of folds, 2 or more; 5 by default.</td></tr><tr><td><a id="property-randomstate"></a> <code>randomState?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/RandomStateLike.html"><code>RandomStateLike</code></a></td><td>Where the folds are drawn from; one stream for all repeats.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/RepeatedStratifiedKFoldOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RepeatedStratifiedKFoldOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RepeatedStratifiedKFoldOptions as default
};
