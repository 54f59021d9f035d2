import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"BatchEvent<Name>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/BatchEvent.md","filePath":"api/@kindling/train/interfaces/BatchEvent.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/BatchEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / BatchEvent</p><h1 id="batchevent-name" tabindex="-1">BatchEvent&lt;Name&gt; <a class="header-anchor" href="#batchevent-name" aria-label="Permalink to &quot;BatchEvent\\&lt;Name\\&gt;&quot;">​</a></h1><p>A batch that was trained on.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-name"></a> <code>Name</code> <em>extends</em> <code>string</code></td><td><code>string</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batch"></a> <code>batch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The batch in the epoch, from 1.</td></tr><tr><td><a id="property-batches"></a> <code>batches</code></td><td><code>readonly</code></td><td><code>number</code> | <code>undefined</code></td><td>How many batches an epoch has, where that is known.</td></tr><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The epoch, from 1.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code> | <code>null</code></td><td>The batch&#39;s loss before the step; <code>null</code> where losses are read only when an epoch ends.</td></tr><tr><td><a id="property-progress"></a> <code>progress</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much of the whole training is done, from 0 to 1; steps of an epoch count where <code>batches</code> is known.</td></tr><tr><td><a id="property-rows"></a> <code>rows</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The number of rows in the batch.</td></tr><tr><td><a id="property-training"></a> <code>training</code></td><td><code>readonly</code></td><td><a href="./Training.html"><code>Training</code></a>&lt;<code>Name</code>&gt;</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/BatchEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const BatchEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  BatchEvent as default
};
