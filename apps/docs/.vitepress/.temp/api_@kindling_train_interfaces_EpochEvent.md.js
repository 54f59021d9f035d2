import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"EpochEvent<Name>","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/EpochEvent.md","filePath":"api/@kindling/train/interfaces/EpochEvent.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/EpochEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / EpochEvent</p><h1 id="epochevent-name" tabindex="-1">EpochEvent&lt;Name&gt; <a class="header-anchor" href="#epochevent-name" aria-label="Permalink to &quot;EpochEvent\\&lt;Name\\&gt;&quot;">​</a></h1><p>An epoch that was finished.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-name"></a> <code>Name</code> <em>extends</em> <code>string</code></td><td><code>string</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-epoch"></a> <code>epoch</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The epoch, from 1.</td></tr><tr><td><a id="property-improved"></a> <code>improved</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether these are the best weights so far, by what <code>restoreBest</code> watches; <code>false</code> without it.</td></tr><tr><td><a id="property-loss"></a> <code>loss</code></td><td><code>readonly</code></td><td><code>number</code></td><td>The mean training loss.</td></tr><tr><td><a id="property-metrics"></a> <code>metrics</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>Name</code>, <code>number</code>&gt;&gt;</td><td>The metrics on the validation data.</td></tr><tr><td><a id="property-progress"></a> <code>progress</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How much of the whole training is done, from 0 to 1.</td></tr><tr><td><a id="property-training"></a> <code>training</code></td><td><code>readonly</code></td><td><a href="./Training.html"><code>Training</code></a>&lt;<code>Name</code>&gt;</td><td>-</td></tr><tr><td><a id="property-valloss"></a> <code>valLoss</code></td><td><code>readonly</code></td><td><code>number</code> | <code>null</code></td><td>The mean validation loss; <code>null</code> without validation.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/EpochEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EpochEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EpochEvent as default
};
