import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"SplitSizes","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/SplitSizes.md","filePath":"api/@kindling/data/interfaces/SplitSizes.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/SplitSizes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / SplitSizes</p><h1 id="splitsizes" tabindex="-1">SplitSizes <a class="header-anchor" href="#splitsizes" aria-label="Permalink to &quot;SplitSizes&quot;">​</a></h1><p>How much goes into each side.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./ShuffleSplitOptions.html"><code>ShuffleSplitOptions</code></a></li><li><a href="./TrainTestSplitOptions.html"><code>TrainTestSplitOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-testsize"></a> <code>testSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The test part: a share between 0 and 1, or a number of rows.</td></tr><tr><td><a id="property-trainsize"></a> <code>trainSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The training part: a share between 0 and 1, or a number of rows; what the test part leaves by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/SplitSizes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SplitSizes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SplitSizes as default
};
