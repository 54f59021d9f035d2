import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TrainTestSplitOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/TrainTestSplitOptions.md","filePath":"api/@kindling/data/interfaces/TrainTestSplitOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/TrainTestSplitOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / TrainTestSplitOptions</p><h1 id="traintestsplitoptions" tabindex="-1">TrainTestSplitOptions <a class="header-anchor" href="#traintestsplitoptions" aria-label="Permalink to &quot;TrainTestSplitOptions&quot;">​</a></h1><p>How data is split in two.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./SplitSizes.html"><code>SplitSizes</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th><th>Inherited from</th></tr></thead><tbody><tr><td><a id="property-randomstate"></a> <code>randomState?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/RandomStateLike.html"><code>RandomStateLike</code></a></td><td>Where the rows are drawn from.</td><td>-</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether rows are drawn at random (the default) or taken in order, training rows first.</td><td>-</td></tr><tr><td><a id="property-stratify"></a> <code>stratify?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Labels.html"><code>Labels</code></a></td><td>Labels whose proportions both sides keep; only with shuffling.</td><td>-</td></tr><tr><td><a id="property-testsize"></a> <code>testSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The test part: a share between 0 and 1, or a number of rows.</td><td><a href="./SplitSizes.html"><code>SplitSizes</code></a>.<a href="./SplitSizes.html#property-testsize"><code>testSize</code></a></td></tr><tr><td><a id="property-trainsize"></a> <code>trainSize?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The training part: a share between 0 and 1, or a number of rows; what the test part leaves by default.</td><td><a href="./SplitSizes.html"><code>SplitSizes</code></a>.<a href="./SplitSizes.html#property-trainsize"><code>trainSize</code></a></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/TrainTestSplitOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainTestSplitOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainTestSplitOptions as default
};
