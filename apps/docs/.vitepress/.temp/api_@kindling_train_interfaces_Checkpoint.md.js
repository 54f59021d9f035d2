import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Checkpoint","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/Checkpoint.md","filePath":"api/@kindling/train/interfaces/Checkpoint.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/Checkpoint.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / Checkpoint</p><h1 id="checkpoint" tabindex="-1">Checkpoint <a class="header-anchor" href="#checkpoint" aria-label="Permalink to &quot;Checkpoint&quot;">​</a></h1><p>What <a href="./../functions/saveCheckpoint.html">saveCheckpoint</a> gives: plain data that survives <code>JSON.stringify</code> bit for bit.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-extra"></a> <code>extra</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Json.html"><code>Json</code></a></td><td>What the user added.</td></tr><tr><td><a id="property-format"></a> <code>format</code></td><td><code>readonly</code></td><td><code>&quot;kindling-checkpoint&quot;</code></td><td>-</td></tr><tr><td><a id="property-parts"></a> <code>parts</code></td><td><code>readonly</code></td><td>{ [<code>name</code>: <code>string</code>]: <a href="./../type-aliases/Json.html"><code>Json</code></a>; }</td><td>The state of each part, tensors in base64.</td></tr><tr><td><a id="property-rng"></a> <code>rng</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Json.html"><code>Json</code></a></td><td>Where the default generator&#39;s stream stood.</td></tr><tr><td><a id="property-version"></a> <code>version</code></td><td><code>readonly</code></td><td><code>1</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/Checkpoint.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Checkpoint = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Checkpoint as default
};
