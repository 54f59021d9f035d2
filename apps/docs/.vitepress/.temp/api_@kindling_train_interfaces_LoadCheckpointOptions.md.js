import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"LoadCheckpointOptions","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/LoadCheckpointOptions.md","filePath":"api/@kindling/train/interfaces/LoadCheckpointOptions.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/LoadCheckpointOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / LoadCheckpointOptions</p><h1 id="loadcheckpointoptions" tabindex="-1">LoadCheckpointOptions <a class="header-anchor" href="#loadcheckpointoptions" aria-label="Permalink to &quot;LoadCheckpointOptions&quot;">​</a></h1><p>What <a href="./../functions/loadCheckpoint.html">loadCheckpoint</a> may be told.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-rng"></a> <code>rng?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the default generator goes on from where it stood; default true.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/LoadCheckpointOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoadCheckpointOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoadCheckpointOptions as default
};
