import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"The graph: nodes with ids, versions checked on reading","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/autograd-graph.md","filePath":"decisions/autograd-graph.md"}');
const _sfc_main = { name: "decisions/autograd-graph.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="the-graph-nodes-with-ids-versions-checked-on-reading" tabindex="-1">The graph: nodes with ids, versions checked on reading <a class="header-anchor" href="#the-graph-nodes-with-ids-versions-checked-on-reading" aria-label="Permalink to &quot;The graph: nodes with ids, versions checked on reading&quot;">​</a></h1><p><strong>Context.</strong> Backward must be right when values are changed in place, must work a second time for second derivatives, and must cost little on small networks, where a step is some ten operations.</p><p><strong>Decision.</strong></p><ul><li><code>defineOp</code> records one <code>Node</code> an operation: its derivative rules, its inputs and result, and the versions of their buffers. Ids grow, so the order of ids is a topological order and no sort by dependency is needed.</li><li>A rule reads saved values through getters (<code>saved.a</code>, <code>saved.y</code>) that compare versions then. Only what a rule reads is checked: <code>x + 1</code> may be followed by a change of <code>x</code> in place, <code>x * x</code> may not.</li><li>A rule is written in operations. With <code>createGraph</code> these are recorded like any others.</li><li><code>prepare</code> is what all rules of an operation begin with, done once; a layer with a fused activation uses it.</li><li>A leaf takes the gradient that arrives as its <code>grad</code> when nobody else holds its buffer, and copies it otherwise, since users change gradients in place (to clip them).</li></ul><p><strong>Consequences.</strong> A node keeps all its inputs alive until backward has passed, also those that its rules do not read. In place on a recorded result is an error here, where PyTorch sometimes can go on; the message names the way out.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/autograd-graph.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const autogradGraph = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  autogradGraph as default
};
