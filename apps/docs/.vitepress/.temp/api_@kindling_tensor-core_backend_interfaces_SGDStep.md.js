import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"SGDStep","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/tensor-core/backend/interfaces/SGDStep.md","filePath":"api/@kindling/tensor-core/backend/interfaces/SGDStep.md"}');
const _sfc_main = { name: "api/@kindling/tensor-core/backend/interfaces/SGDStep.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../../">API</a> / <a href="./../">@kindling/tensor-core/backend</a> / SGDStep</p><h1 id="sgdstep" tabindex="-1">SGDStep <a class="header-anchor" href="#sgdstep" aria-label="Permalink to &quot;SGDStep&quot;">​</a></h1><p>What an SGD step reads and writes; every list has one dense float view a parameter.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-dampening"></a> <code>dampening</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-first"></a> <code>first</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether the momentum buffers hold nothing yet, and so become the gradient.</td></tr><tr><td><a id="property-grads"></a> <code>grads</code></td><td><code>readonly</code></td><td>readonly <a href="./View.html"><code>View</code></a>[]</td><td>-</td></tr><tr><td><a id="property-lr"></a> <code>lr</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-maximize"></a> <code>maximize</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td></tr><tr><td><a id="property-momentum"></a> <code>momentum</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-momentumbuffers"></a> <code>momentumBuffers</code></td><td><code>readonly</code></td><td>readonly <a href="./View.html"><code>View</code></a>[]</td><td>Momentum buffers, empty where momentum is 0.</td></tr><tr><td><a id="property-nesterov"></a> <code>nesterov</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>-</td></tr><tr><td><a id="property-params"></a> <code>params</code></td><td><code>readonly</code></td><td>readonly <a href="./View.html"><code>View</code></a>[]</td><td>-</td></tr><tr><td><a id="property-weightdecay"></a> <code>weightDecay</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/tensor-core/backend/interfaces/SGDStep.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SGDStep = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SGDStep as default
};
