import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"TestFramework","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/testing/interfaces/TestFramework.md","filePath":"api/@kindling/tensor-core/testing/interfaces/TestFramework.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/testing/interfaces/TestFramework.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../">@kindling/tensor-core/testing</a> / TestFramework</p><h1 id="testframework" tabindex="-1">TestFramework <a class="header-anchor" href="#testframework" aria-label="Permalink to &quot;TestFramework&quot;">​</a></h1><p>What <a href="./../functions/conformance.html">conformance</a> needs of a test framework: Vitest, Jest, Mocha and <code>node:test</code> have it.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-it"></a> <code>it</code></td><td>{ (<code>name</code>, <code>run</code>): <code>unknown</code>; <code>skip</code>(<code>name</code>, <code>run</code>): <code>unknown</code>; }</td><td>Registers a test, which fails where its promise is rejected.</td></tr><tr><td><code>it.skip</code></td><td>(<code>name</code>, <code>run</code>) =&gt; <code>unknown</code></td><td>Registers a test that is reported as skipped.</td></tr></tbody></table><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="describe" tabindex="-1">describe() <a class="header-anchor" href="#describe" aria-label="Permalink to &quot;describe()&quot;">​</a></h3><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">describe</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(name, register): unknown;</span></span></code></pre></div><p>Puts the tests that a function registers under a name.</p><h4 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h4><table tabindex="0"><thead><tr><th>Parameter</th><th>Type</th></tr></thead><tbody><tr><td><code>name</code></td><td><code>string</code></td></tr><tr><td><code>register</code></td><td>() =&gt; <code>void</code></td></tr></tbody></table><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><code>unknown</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/testing/interfaces/TestFramework.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TestFramework = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TestFramework as default
};
