import { _ as _export_sfc, s as ssrRenderAttrs_1, v as vueExports } from "./plugin-vue_export-helper.B_LVJiVy.js";
import "node:stream";
const __pageData = JSON.parse('{"title":"The command: Stricli","description":"","frontmatter":{},"headers":[],"relativePath":"decisions/command-line.md","filePath":"decisions/command-line.md"}');
const _sfc_main = { name: "decisions/command-line.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="the-command-stricli" tabindex="-1">The command: Stricli <a class="header-anchor" href="#the-command-stricli" aria-label="Permalink to &quot;The command: Stricli&quot;">​</a></h1><p><strong>Context.</strong> The command must refuse what it does not understand: a mistyped flag that is silently ignored trains the wrong thing. Start-up time counts, and types of flags should follow from their declaration.</p><p><strong>Decision.</strong> <a href="https://github.com/bloomberg/stricli" target="_blank" rel="noreferrer"><code>@stricli/core</code></a> 1.3.0: strict about unknown flags, typed, without dependencies, and it loads a command&#39;s code when the command runs. citty accepts unknown flags; commander is strict but leaves the types to us.</p><p><strong>Consequences.</strong> Stricli&#39;s own exit codes are negative numbers; <code>main</code> maps those of a command line that cannot be understood to 2 and all other failures to 1. Errors are one line without a stack.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = vueExports.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("decisions/command-line.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const commandLine = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  commandLine as default
};
