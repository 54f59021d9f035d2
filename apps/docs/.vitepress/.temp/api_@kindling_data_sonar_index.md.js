import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"@kindling/data/sonar","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/data/sonar/index.md","filePath":"api/@kindling/data/sonar/index.md"}');
const _sfc_main = { name: "api/@kindling/data/sonar/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / @kindling/data/sonar</p><h1 id="kindling-data-sonar" tabindex="-1">@kindling/data/sonar <a class="header-anchor" href="#kindling-data-sonar" aria-label="Permalink to &quot;@kindling/data/sonar&quot;">​</a></h1><p>The Sonar data alone, for programs that need nothing else of the package.</p><h2 id="data-sets" tabindex="-1">Data sets <a class="header-anchor" href="#data-sets" aria-label="Permalink to &quot;Data sets&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Function</th><th>Description</th></tr></thead><tbody><tr><td><a href="./functions/loadSonar.html">loadSonar</a></td><td>The Sonar data: 208 sonar returns from a metal cylinder (M, a mine, 111 rows) or a rock (R, 97 rows), each as the energy in 60 frequency bands, from 0 to 1 with four decimals, in the order of UCI&#39;s file (the rocks first).</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/data/sonar/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
