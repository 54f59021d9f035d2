import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"API","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/index.md","filePath":"api/index.md"}');
const _sfc_main = { name: "api/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="api" tabindex="-1">API <a class="header-anchor" href="#api" aria-label="Permalink to &quot;API&quot;">​</a></h1><h2 id="modules" tabindex="-1">Modules <a class="header-anchor" href="#modules" aria-label="Permalink to &quot;Modules&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Module</th><th>Description</th></tr></thead><tbody><tr><td><a href="./@kindling/backend-cpu/">@kindling/backend-cpu</a></td><td>The CPU backend: plain kernels for everything, and WebAssembly SIMD where the time goes.</td></tr><tr><td><a href="./@kindling/backend-gpu/">@kindling/backend-gpu</a></td><td>The GPU backend: GPU.js over WebGL 2, in browsers.</td></tr><tr><td><a href="./@kindling/data/">@kindling/data</a></td><td>Datasets, loaders, CSV, label encoding and scikit-learn&#39;s splits.</td></tr><tr><td><a href="./@kindling/data/sonar/">@kindling/data/sonar</a></td><td>The Sonar data alone, for programs that need nothing else of the package.</td></tr><tr><td><a href="./@kindling/metrics/">@kindling/metrics</a></td><td>Classification metrics on plain arrays or tensors, named and numbered as scikit-learn&#39;s.</td></tr><tr><td><a href="./@kindling/nn/">@kindling/nn</a></td><td>Modules, layers, losses and initialisers, named and numbered as PyTorch&#39;s.</td></tr><tr><td><a href="./@kindling/optim/">@kindling/optim</a></td><td>Optimizers and learning-rate schedules with PyTorch&#39;s update rules.</td></tr><tr><td><a href="./@kindling/tensor-core/">@kindling/tensor-core</a></td><td>Tensors, views, automatic differentiation and random streams: the core of Kindling.</td></tr><tr><td><a href="./@kindling/tensor-core/backend/">@kindling/tensor-core/backend</a></td><td>The contract between tensors and the machines that compute on them: types, and the few helpers that every backend needs.</td></tr><tr><td><a href="./@kindling/tensor-core/testing/">@kindling/tensor-core/testing</a></td><td>For those who write an operation or a backend: the gradient check, and the suite that every backend passes.</td></tr><tr><td><a href="./@kindling/train/">@kindling/train</a></td><td>Training loops: fit, cross-validation, history, best weights and checkpoints.</td></tr><tr><td><a href="./@kindling/viz/">@kindling/viz</a></td><td>-</td></tr><tr><td><a href="./@kindling/viz/node/">@kindling/viz/node</a></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
