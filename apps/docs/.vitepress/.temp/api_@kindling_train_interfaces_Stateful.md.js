import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Stateful","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/train/interfaces/Stateful.md","filePath":"api/@kindling/train/interfaces/Stateful.md"}');
const _sfc_main = { name: "api/@kindling/train/interfaces/Stateful.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/train</a> / Stateful</p><h1 id="stateful" tabindex="-1">Stateful <a class="header-anchor" href="#stateful" aria-label="Permalink to &quot;Stateful&quot;">​</a></h1><p>Something that can be saved and put back: a module, an optimizer, a learning-rate schedule.</p><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="loadstatedict" tabindex="-1">loadStateDict() <a class="header-anchor" href="#loadstatedict" aria-label="Permalink to &quot;loadStateDict()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">loadStateDict</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(state): unknown;</span></span></code></pre></div><p>Goes on from what <code>stateDict</code> gave.</p><h4 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h4><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>state</code></td><td><code>never</code></td></tr></tbody></table><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>unknown</code></p><hr><h3 id="statedict" tabindex="-1">stateDict() <a class="header-anchor" href="#statedict" aria-label="Permalink to &quot;stateDict()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">stateDict</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(): object;</span></span></code></pre></div><p>What it remembers: plain objects, arrays, numbers, strings, booleans and tensors.</p><h4 id="returns-1" tabindex="-1">Returns <a class="header-anchor" href="#returns-1" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>object</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/train/interfaces/Stateful.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Stateful = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Stateful as default
};
