import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"PrecisionRecallFscoreSupport","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/PrecisionRecallFscoreSupport.md","filePath":"api/@kindling/metrics/interfaces/PrecisionRecallFscoreSupport.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/PrecisionRecallFscoreSupport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / PrecisionRecallFscoreSupport</p><h1 id="precisionrecallfscoresupport" tabindex="-1">PrecisionRecallFscoreSupport <a class="header-anchor" href="#precisionrecallfscoresupport" aria-label="Permalink to &quot;PrecisionRecallFscoreSupport&quot;">​</a></h1><p>Per-class scores: entry <code>i</code> of each array belongs to class <code>labels[i]</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fscore"></a> <code>fscore</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-labels"></a> <code>labels</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-precision"></a> <code>precision</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-recall"></a> <code>recall</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>-</td></tr><tr><td><a id="property-support"></a> <code>support</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>How many samples (or how much weight) each class truly has.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/PrecisionRecallFscoreSupport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const PrecisionRecallFscoreSupport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  PrecisionRecallFscoreSupport as default
};
