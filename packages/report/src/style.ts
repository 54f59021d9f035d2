/** How a report looks: on a screen in light and dark, on a phone, and on paper. */
export const style = `
:root { color-scheme: light dark; --ground: #ffffff; --raised: #f6f8fa; --ink: #1f2328; --muted: #59636e; --line: #d1d9e0; --accent: #0a5c96; --warm: #9a4a00; --warm-ground: #fff4e5; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #0d1117; --raised: #161b22; --ink: #e6edf3; --muted: #9aa4b0; --line: #30363d; --accent: #6cb6ff; --warm: #f2c14e; --warm-ground: #2b2111; } }
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
body { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
header h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .25rem; overflow-wrap: anywhere; }
header p, .note, figcaption, caption { color: var(--muted); }
header p { margin: 0; }
nav { margin: 1.25rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .95rem; }
a { color: var(--accent); }
section { margin-top: 2.75rem; }
h2 { font-size: 1.3rem; margin: 0 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin-bottom: 1rem; }
.card { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; display: flex; flex-direction: column; }
.card .name { color: var(--muted); font-size: .9rem; }
.card .value { font-size: 1.7rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.card .note { font-size: .85rem; }
.findings { list-style: none; padding: 0; margin: 0; }
.findings li { background: var(--warm-ground); border-left: 4px solid var(--warm); padding: .5rem .9rem; margin: .5rem 0; border-radius: 0 6px 6px 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .4rem; font-size: .92rem; }
th, td { padding: .35rem .7rem; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--muted); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; overflow-wrap: anywhere; min-width: 7rem; }
.number { text-align: right; white-space: nowrap; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: 1.25rem; margin-top: 1rem; align-items: start; }
figure { margin: 0; }
figure img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
figcaption { font-size: .9rem; margin-top: .3rem; }
details { margin: .75rem 0; }
summary { cursor: pointer; }
details li { overflow-wrap: anywhere; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; }
.note { font-size: .92rem; }
@media print { body { max-width: none; padding: 0; } nav { display: none; } section { break-inside: avoid-page; margin-top: 1.5rem; } figure { break-inside: avoid; } .scroll { overflow: visible; } }
`;
