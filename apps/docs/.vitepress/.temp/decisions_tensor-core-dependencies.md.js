import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"tensor-core: seedrandom","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/tensor-core-dependencies.md","filePath":"decisions/tensor-core-dependencies.md"}');
const _sfc_main = { name: "decisions/tensor-core-dependencies.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="tensor-core-seedrandom" tabindex="-1">tensor-core: seedrandom <a class="header-anchor" href="#tensor-core-seedrandom" aria-label="Permalink to &quot;tensor-core: seedrandom&quot;">​</a></h1><p><strong>Context.</strong> The default random stream takes any number or text as a seed and must be the same on every machine. <code>Math.random</code> can be neither seeded nor reproduced.</p><p><strong>Decision.</strong> <a href="https://github.com/davidbau/seedrandom" target="_blank" rel="noreferrer">seedrandom</a> 3.0.5 makes the default stream: 32 KB of source without dependencies, in wide use for ten years, seeded by any string, with a state that can be saved. PyTorch&#39;s and NumPy&#39;s streams are Mersenne Twisters of our own, since they have to match those libraries draw by draw.</p><p><strong>Consequences.</strong> Its one dependency is loaded with <code>tensor-core</code>. It is not cryptographic, and nothing here needs that.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/tensor-core-dependencies.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tensorCoreDependencies = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tensorCoreDependencies as default
};
