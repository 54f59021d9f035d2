import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"Theme","description":"","frontmatter":{"pageClass":"api","prev":false,"next":false},"headers":[],"relativePath":"api/@kindling/viz/interfaces/Theme.md","filePath":"api/@kindling/viz/interfaces/Theme.md"}');
const _sfc_main = { name: "api/@kindling/viz/interfaces/Theme.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><p><a href="./../../../">API</a> / <a href="./../">@kindling/viz</a> / Theme</p><h1 id="theme" tabindex="-1">Theme <a class="header-anchor" href="#theme" aria-label="Permalink to &quot;Theme&quot;">​</a></h1><p>The colours of a picture, each as <code>#rrggbb</code>.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-axis"></a> <code>axis</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The frame of a plot.</td></tr><tr><td><a id="property-background"></a> <code>background</code></td><td><code>readonly</code></td><td><code>string</code></td><td>-</td></tr><tr><td><a id="property-classes"></a> <code>classes</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Classes, in order of their labels.</td></tr><tr><td><a id="property-grid"></a> <code>grid</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Lines behind the data.</td></tr><tr><td><a id="property-ink"></a> <code>ink</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Titles and what matters most.</td></tr><tr><td><a id="property-intensity"></a> <code>intensity</code></td><td><code>readonly</code></td><td>readonly [<code>string</code>, <code>string</code>]</td><td>Shades for nothing and for everything.</td></tr><tr><td><a id="property-muted"></a> <code>muted</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Labels, ticks, reference lines.</td></tr><tr><td><a id="property-probability"></a> <code>probability</code></td><td><code>readonly</code></td><td>readonly [<code>string</code>, <code>string</code>, <code>string</code>]</td><td>Shades for a probability of 0, 0.5 and 1.</td></tr><tr><td><a id="property-series"></a> <code>series</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>Curves, in order; after the last it begins again.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@kindling/viz/interfaces/Theme.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Theme = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Theme as default
};
