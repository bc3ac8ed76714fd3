// The bureau's entry page with a link to each of its systems.

/** The page at the root of the twin. */
export const portal =
  (): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>星河市公安局 应用门户</title><style>
body{margin:0;font:16px/1.6 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;background:#eef2f8;color:#1d2733}
header{background:#1f4e9c;color:#fff;padding:18px 40px;font-size:20px;letter-spacing:2px}
main{display:flex;gap:24px;max-width:960px;margin:64px auto;padding:0 24px}
a{flex:1;background:#fff;border-radius:8px;padding:32px 28px;color:inherit;text-decoration:none;border:1px solid #dbe3ef}
a:hover{border-color:#1f4e9c}b{display:block;font-size:18px;margin-bottom:6px}span{color:#66758a;font-size:14px}</style></head><body>
<header>星河市公安局 应用门户</header><main>
<a href="/new/"><b>执法办案平台</b><span>案件办理、文书、财物、呈批</span></a>
<a href="/old/"><b>综合警务信息系统</b><span>历史案件、补录、查询</span></a>
<a href="/gateway/"><b>手机短信网关</b><span>短信下发记录</span></a></main></body></html>`;
