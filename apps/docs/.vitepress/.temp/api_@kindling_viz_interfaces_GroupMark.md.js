import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"GroupMark","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/GroupMark.md","filePath":"api/@kindling/viz/interfaces/GroupMark.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/GroupMark.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / GroupMark</p><h1 id="groupmark" tabindex="-1">GroupMark <a class="header-anchor" href="#groupmark" aria-label="Permalink to &quot;GroupMark&quot;">​</a></h1><p>Marks moved together, and cut off at a rectangle where <code>clip</code> is given (in the group&#39;s own coordinates).</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-clip"></a> <code>clip?</code></td><td><code>readonly</code></td><td>{ <code>height</code>: <code>number</code>; <code>width</code>: <code>number</code>; <code>x</code>: <code>number</code>; <code>y</code>: <code>number</code>; }</td></tr><tr><td><code>clip.height</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><code>clip.width</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><code>clip.x</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><code>clip.y</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-marks"></a> <code>marks</code></td><td><code>readonly</code></td><td>readonly <a href="./../type-aliases/Mark.html"><code>Mark</code></a>[]</td></tr><tr><td><a id="property-type"></a> <code>type</code></td><td><code>readonly</code></td><td><code>&quot;group&quot;</code></td></tr><tr><td><a id="property-x"></a> <code>x?</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-y"></a> <code>y?</code></td><td><code>readonly</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/GroupMark.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const GroupMark = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  GroupMark as default
};
