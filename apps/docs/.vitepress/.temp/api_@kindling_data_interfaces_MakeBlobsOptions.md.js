import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"MakeBlobsOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/interfaces/MakeBlobsOptions.md","filePath":"api/@kindling/data/interfaces/MakeBlobsOptions.md"}');
const _sfc_main = { name: "api/@kindling/data/interfaces/MakeBlobsOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/data</a> / MakeBlobsOptions</p><h1 id="makeblobsoptions" tabindex="-1">MakeBlobsOptions <a class="header-anchor" href="#makeblobsoptions" aria-label="Permalink to &quot;MakeBlobsOptions&quot;">​</a></h1><p>What <code>makeBlobs</code> draws.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-centerbox"></a> <code>centerBox?</code></td><td><code>readonly</code></td><td>readonly [<code>number</code>, <code>number</code>]</td><td>The bounds between which centres are drawn; [-10, 10] by default.</td></tr><tr><td><a id="property-centers"></a> <code>centers?</code></td><td><code>readonly</code></td><td><code>number</code> | readonly (readonly <code>number</code>[])[]</td><td>The number of blobs, 3 by default, or their centres.</td></tr><tr><td><a id="property-clusterstd"></a> <code>clusterStd?</code></td><td><code>readonly</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>The standard deviation of all blobs or of each; 1 by default.</td></tr><tr><td><a id="property-nfeatures"></a> <code>nFeatures?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of columns where centres are drawn; 2 by default.</td></tr><tr><td><a id="property-nsamples"></a> <code>nSamples?</code></td><td><code>readonly</code></td><td><code>number</code> | readonly <code>number</code>[]</td><td>The number of points, shared out evenly, or the number for each blob; 100 by default.</td></tr><tr><td><a id="property-randomstate"></a> <code>randomState?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/RandomStateLike.html"><code>RandomStateLike</code></a></td><td>Where centres, points and order are drawn from.</td></tr><tr><td><a id="property-shuffle"></a> <code>shuffle?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the points come in random order; true by default.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/interfaces/MakeBlobsOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MakeBlobsOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MakeBlobsOptions as default
};
