import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"RocCurve","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/metrics/interfaces/RocCurve.md","filePath":"api/@kindling/metrics/interfaces/RocCurve.md"}');
const _sfc_main = { name: "api/@kindling/metrics/interfaces/RocCurve.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/metrics</a> / RocCurve</p><h1 id="roccurve" tabindex="-1">RocCurve <a class="header-anchor" href="#roccurve" aria-label="Permalink to &quot;RocCurve&quot;">​</a></h1><p>A ROC curve: entry <code>i</code> of each array belongs to &quot;positive from <code>thresholds[i]</code> on&quot;.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-fpr"></a> <code>fpr</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>False positive rates, ascending from 0 to 1.</td></tr><tr><td><a id="property-thresholds"></a> <code>thresholds</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>Descending; the first is the largest score plus 1, from which on nothing is positive.</td></tr><tr><td><a id="property-tpr"></a> <code>tpr</code></td><td><code>readonly</code></td><td><code>number</code>[]</td><td>True positive rates, ascending from 0 to 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/metrics/interfaces/RocCurve.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RocCurve = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RocCurve as default
};
