#include "serve/html.hpp"

namespace attest {

const std::string_view kPageStyle = R"css(
:root {
  color-scheme: light dark;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Source Serif 4", "Noto Serif", P052, Georgia, serif;
  --sans: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  --mono: ui-monospace, Menlo, Consolas, "Liberation Mono", monospace;
  --paper: #fbfaf7; --raised: #fff; --sunk: #f3f1ec; --ink: #1d1b18; --ink-2: #55514a; --rule: #e0dcd3; --rule-2: #8d877b;
  --accent: #9c2f17; --focus: #1d5fa8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --raised: #1f1d1b; --sunk: #100f0e; --ink: #efebe4; --ink-2: #b9b3a8; --rule: #302d29; --rule-2: #7d776c;
    --accent: #f08563; --focus: #7db4f0;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.5rem 3rem; background: var(--paper); color: var(--ink); font: 0.9375rem/1.5 var(--sans); }
h1 { margin: 1.5rem 0 0.25rem; font: 600 1.75rem/1.2 var(--serif); text-wrap: balance; }
h2 { margin: 2rem 0 0.5rem; font: 600 1.15rem/1.3 var(--serif); }
h3 { margin: 1.5rem 0 0.25rem; font: 600 0.9375rem/1.4 var(--mono); overflow-wrap: anywhere; }
p { margin: 0.25rem 0 0.75rem; max-width: 44rem; color: var(--ink-2); }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
code { font: 0.875em var(--mono); overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--raised); padding: 0.25rem 0.5rem; }
header { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; align-items: baseline; padding: 0.9rem 0 0.6rem; border-bottom: 1px solid var(--rule); }
.brand { color: var(--ink); font: 600 1.15rem var(--serif); text-decoration: none; }
nav ol { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; margin: 0; padding: 0; list-style: none; }
nav li + li::before { content: "/"; margin-right: 0.5rem; color: var(--ink-2); }
footer { margin-top: 2.5rem; padding-top: 0.6rem; border-top: 1px solid var(--rule); }
ul.plain { margin: 0.5rem 0; padding: 0; list-style: none; }
ul.plain li { padding: 0.6rem 0; border-top: 1px solid var(--rule); }
ul.plain p { margin: 0; }
.scroll { overflow-x: auto; margin: 0.75rem 0; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; border-top: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { border-top: 0; color: var(--ink-2); font-size: 0.8125rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; white-space: nowrap; }
td.number, th.number { text-align: right; }
td.day { white-space: nowrap; }
td table { margin: 0; font-size: 0.875rem; }
td table tr:first-child > * { border-top: 0; }
.none { color: var(--ink-2); }
form { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem 1rem; margin: 0.75rem 0; padding: 1rem; background: var(--sunk); border-radius: 3px; }
label { display: grid; gap: 0.15rem; font-size: 0.8125rem; color: var(--ink-2); align-content: end; }
input, select, button { font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--rule-2); border-radius: 3px; padding: 0.3rem 0.5rem; min-width: 0; width: 100%; }
button { align-self: end; background: var(--accent); border-color: var(--accent); color: var(--paper); font-weight: 600; cursor: pointer; }
summary { cursor: pointer; color: var(--accent); }
.pages { display: flex; gap: 1.25rem; align-items: baseline; }
.method { display: inline-block; min-width: 3.2em; color: var(--accent); }
@media print { form, nav, .skip, .pages { display: none; } body { max-width: none; } }
)css";

}  // namespace attest
