import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"SchedulerStateDict","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/optim/interfaces/SchedulerStateDict.md","filePath":"api/@kindling/optim/interfaces/SchedulerStateDict.md"}');
const _sfc_main = { name: "api/@kindling/optim/interfaces/SchedulerStateDict.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/optim</a> / SchedulerStateDict</p><h1 id="schedulerstatedict" tabindex="-1">SchedulerStateDict <a class="header-anchor" href="#schedulerstatedict" aria-label="Permalink to &quot;SchedulerStateDict&quot;">​</a></h1><p>Where a schedule stands: plain data that survives <code>JSON.stringify</code>.</p><h2 id="indexable" tabindex="-1">Indexable <a class="header-anchor" href="#indexable" aria-label="Permalink to &quot;Indexable&quot;">​</a></h2><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">[field: string]: unknown</span></span></code></pre></div><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-baselrs"></a> <code>baseLrs</code></td><td><code>number</code>[]</td><td>The learning rates of the groups before any schedule.</td></tr><tr><td><a id="property-lastepoch"></a> <code>lastEpoch</code></td><td><code>number</code></td><td>How many steps were made.</td></tr><tr><td><a id="property-lastlr"></a> <code>lastLr</code></td><td><code>number</code>[]</td><td>The learning rates of the groups that the last step set.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/optim/interfaces/SchedulerStateDict.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SchedulerStateDict = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SchedulerStateDict as default
};
