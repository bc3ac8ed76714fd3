// The catalogue's style sheet: ink on paper, colour for states only, light and dark by the system, and a style for print.

const LIGHT =
  "--ink-900:#141c2b;--ink-700:#333d4d;--ink-600:#4a5463;--ink-500:#5f6978;--ink-400:#8791a0;--ink-300:#c3c9d2;--ink-200:#dce0e6;--ink-100:#f0f2f5;--ink-50:#f7f8fa;--canvas:#f4f5f7;--surface:#fff;" +
  "--red:#c92a2a;--red-text:#b3201f;--orange:#d2600a;--orange-text:#9a4a00;--yellow:#f2be00;--yellow-text:#735500;--blue:#2467d6;--blue-text:#1b55b8;--green:#1e8550;--green-text:#17693f;--grey:#6b7583;--grey-text:#525c69";
const DARK =
  "--ink-900:#eef1f5;--ink-700:#cbd2db;--ink-600:#aeb7c3;--ink-500:#97a1af;--ink-400:#7a8594;--ink-300:#4b5563;--ink-200:#39424f;--ink-100:#272e39;--ink-50:#1f2631;--canvas:#11161e;--surface:#1a212c;" +
  "--red:#ef5b53;--red-text:#ff9d96;--orange:#f08a3c;--orange-text:#ffb06b;--yellow:#f2c530;--yellow-text:#f3d25c;--blue:#5b93f5;--blue-text:#94bbff;--green:#3fb575;--green-text:#7ed6a3;--grey:#8c96a4;--grey-text:#b3bcc8";

export const STYLE = `
:root{${LIGHT};color-scheme:light}
@media (prefers-color-scheme:dark){:root{${DARK};color-scheme:dark}}
*{box-sizing:border-box}
html{scroll-padding-top:64px}
body{margin:0;background:var(--canvas);color:var(--ink-900);font:400 14px/22px "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums}
a{color:inherit;text-decoration:none}
a:hover{text-decoration:underline;text-underline-offset:3px}
:focus-visible{outline:2px solid var(--ink-900);outline-offset:2px}
h1{font-size:20px;line-height:28px;font-weight:600;margin:0}
h2{font-size:16px;line-height:24px;font-weight:600;margin:0}
h3{font-size:14px;line-height:22px;font-weight:600;margin:0}
.top{position:sticky;top:0;z-index:2;display:flex;align-items:center;gap:24px;height:52px;padding:0 24px;background:var(--surface);border-bottom:1px solid var(--ink-200)}
.top .name{font-weight:600;white-space:nowrap}
.top nav{display:flex;gap:20px;white-space:nowrap}
.top nav a{line-height:52px;color:var(--ink-600)}
.top nav a[aria-current]{color:var(--ink-900);font-weight:600;box-shadow:inset 0 -2px var(--ink-900)}
.find{position:relative;margin-left:auto;width:360px}
.find input{width:100%;height:32px;padding:0 12px;border:1px solid var(--ink-300);border-radius:6px;background:var(--surface);color:inherit;font:inherit}
.find input::placeholder{color:var(--ink-500)}
.found{position:absolute;right:0;top:38px;width:520px;max-width:90vw;max-height:70vh;overflow:auto;margin:0;padding:4px;list-style:none;background:var(--surface);border-radius:8px;box-shadow:0 10px 32px rgba(20,28,43,.16),0 0 0 1px var(--ink-200)}
.found a{display:block;padding:6px 12px;border-radius:6px}
.found a:hover,.found a[aria-current]{background:var(--ink-100);text-decoration:none}
.found small{display:block;font-size:12px;line-height:18px;color:var(--ink-500)}
.found .none{padding:8px 12px;color:var(--ink-500)}
.body{display:grid;grid-template-columns:224px minmax(0,1fr);align-items:start;max-width:1720px;margin:0 auto}
.side{position:sticky;top:52px;max-height:calc(100vh - 52px);overflow:auto;padding:16px 8px 32px 16px}
.side a{display:flex;justify-content:space-between;gap:8px;padding:3px 10px;border-radius:0 6px 6px 0;color:var(--ink-700)}
.side a:hover{background:var(--ink-100);text-decoration:none}
.side a[aria-current]{background:var(--ink-100);box-shadow:inset 2px 0 var(--ink-900);color:var(--ink-900);font-weight:600}
.side small{color:var(--ink-500);font-size:12px;font-weight:400}
main{padding:24px 24px 96px}
.lead{margin:4px 0 0;color:var(--ink-600);max-width:64em}
.meta{color:var(--ink-500);font-size:12px;line-height:18px}
table{width:100%;border-collapse:collapse;background:var(--surface)}
.sheet{margin-top:16px;border:1px solid var(--ink-200);border-radius:8px;overflow:hidden}
th,td{padding:8px 12px;text-align:left;vertical-align:top;border-top:1px solid var(--ink-200)}
thead th{border-top:0;height:30px;padding:4px 12px;background:var(--ink-50);color:var(--ink-600);font-weight:400;font-size:12px;white-space:nowrap}
td.n,th.n{text-align:right}
tbody tr:first-child td{border-top:0}
thead+tbody tr:first-child td{border-top:1px solid var(--ink-200)}
.tag{display:inline-block;padding:0 6px;border:1px solid var(--ink-300);border-radius:4px;font-size:12px;line-height:18px;color:var(--ink-700);white-space:nowrap}
.tag.red-line{border-color:var(--ink-900);color:var(--ink-900)}
.tag.strong{border-color:var(--ink-900);background:var(--ink-900);color:var(--surface)}
.tag.quiet{border-color:transparent;background:var(--ink-100)}
.tag.draft{border-style:dashed}
.rule{margin-top:24px;background:var(--surface);border:1px solid var(--ink-200);border-radius:8px;content-visibility:auto;contain-intrinsic-size:auto 640px}
.rule>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 12px;padding:12px 16px;border-bottom:1px solid var(--ink-200)}
.rule>header .tags{display:flex;flex-wrap:wrap;gap:6px;margin-left:auto}
.rule code,.code{font:12px/18px ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace;color:var(--ink-500);word-break:break-all}
.rule.at,.rule:target{border-color:var(--ink-900)}
dl{display:grid;grid-template-columns:72px minmax(0,1fr);gap:8px 12px;align-content:start;margin:0;padding:12px 16px}
dt{color:var(--ink-500)}
dd{margin:0}
dd ul,.said{margin:0;padding:0;list-style:none}
dd ul ul{margin:2px 0 4px;padding-left:12px;border-left:2px solid var(--ink-200)}
dd .fix{font-weight:600}
.examples{border-top:1px solid var(--ink-200);padding:12px 16px 16px}
.examples table{margin-top:8px}
.examples th,.examples td{padding:6px 12px 6px 0}
.examples thead th{background:none;padding:2px 12px 2px 0}
.facts b{font-weight:400;color:var(--ink-500)}
.facts .gap{color:var(--ink-500);font-style:normal;border-bottom:1px dashed var(--ink-400)}
.facts p{margin:0}
.verdict{display:inline-flex;align-items:center;gap:6px;white-space:nowrap}
.shape{flex:none}
.is-red{color:var(--red-text)}.is-orange{color:var(--orange-text)}.is-yellow{color:var(--yellow-text)}.is-blue{color:var(--blue-text)}.is-green{color:var(--green-text)}.is-grey{color:var(--grey-text)}
.sum{margin-top:4px;width:100%;max-width:440px;background:none;font-size:12px;line-height:18px;color:var(--ink-600)}
.examples .sum td{padding:0 8px 0 0;border:0}
.sum td:nth-child(2){width:100%}
.sum td:last-child{text-align:right;white-space:nowrap}
.examples .sum tr:last-child td{color:var(--ink-900);border-top:1px solid var(--ink-300)}
.art{display:flex;flex-wrap:wrap;gap:4px 8px}
.lawhead{margin-top:32px;scroll-margin-top:64px}
@media (min-width:1600px){.rule .two{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr)}.rule .two .examples{border-top:0;border-left:1px solid var(--ink-200)}}
@media (max-width:900px){.body{grid-template-columns:minmax(0,1fr)}.side{display:none}.find{width:auto;flex:1}.top{gap:12px;padding:0 12px}main{padding:16px 12px 64px}}
@media print{:root{${LIGHT}}html,body{background:#fff}.top,.side{display:none}.body{display:block}main{padding:0}.rule{content-visibility:visible;border:0;border-top:1px solid #000;border-radius:0;margin-top:12pt}.rule>header{break-after:avoid}.examples tr,dd{break-inside:avoid}body{font-size:9.5pt;line-height:15pt}.sheet{border-radius:0}@page{margin:16mm 14mm}}
@media (forced-colors:active){.tag.strong{border:2px solid}}
`;
