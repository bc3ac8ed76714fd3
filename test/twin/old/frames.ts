// The outer frames of the old platform: top page, menu, and the work frame with its tabs.

import { esc } from "../escape.ts";
import type { Case } from "../model.ts";
import type { Officer } from "../staff.ts";
import { page } from "./markup.ts";

/** The tabs of a case in the work frame: file name and words. */
export const TABS: Readonly<Record<string, string>> = {
  ajxx: "案件详情",
  jcjd: "接处警单",
  sadj: "受案登记",
  ryqz: "人员与强制措施",
  bllb: "询问讯问笔录",
  sacw: "涉案财物",
  cpsh: "呈批审核",
  wsyx: "文书音像",
  baq: "办案区登记",
  jz: "卷宗",
};

const WEEK = "日一二三四五六";

/** The top page; its work frame opens at `src`. */
export function top(who: Officer, src: string, now: number): string {
  const day = new Date(now + 28_800_000);
  const date = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
  const nav = ["首页", "警情", "案件", "人员", "物品", "场所", "文书", "查询统计"].map(
    (each) => `<a href="#"${each === "案件" ? ' class="on"' : ""}>${each}</a>`,
  );
  return page(
    "星河市公安综合警务信息系统",
    `<div id="top"><h1>星河市公安综合警务信息系统</h1><div class="who"><b>${who.unit}</b><b>${who.name} ${who.id}</b><b>${date}</b><b>星期${WEEK[day.getUTCDay()]}</b><b>[<a href="/old/index.jsp?as=${who.id === "037018" ? "037215" : "037018"}">切换用户</a>]</b></div></div>
<div id="nav">${nav.join("")}</div>
<table id="frames"><tr><td width="170"><iframe name="menuFrame" id="menuFrame" src="/old/menu.jsp" scrolling="no"></iframe></td>
<td><iframe name="workFrame" id="workFrame" src="${esc(src)}"></iframe></td></tr></table>`,
    `function fit(){var h=document.documentElement.clientHeight-92;document.getElementById("menuFrame").style.height=h+"px";document.getElementById("workFrame").style.height=h+"px";}
window.onresize=fit;fit();`,
  );
}

export function menu(): string {
  const link = (href: string, words: string, last = false): string =>
    `<div>${last ? "└" : "├"} <a href="${href}" target="workFrame">${words}</a></div>`;
  return page(
    "菜单",
    `<div class="menu"><p>接处警管理</p>${link("/old/jjd_list.jsp", "接处警单查询", true)}
<p>案件办理</p>${link("/old/aj_list.jsp", "案件查询")}${link("/old/aj_list.jsp?ZT=1", "在办案件", true)}
<p>执法监督</p>${link("/old/aj_list.jsp?ZT=2", "已结案件", true)}
<p>系统管理</p><div>├ 修改密码</div><div>└ 使用帮助</div></div>`,
  );
}

/** The work frame of one case; the record itself stands in a frame inside it. */
export function work(found: Case, tab: string, id: string): string {
  const current = tab === "xwbl" ? "bllb" : tab;
  const tabs = Object.entries(TABS).map(
    ([file, words]) =>
      `<a href="/old/work.jsp?AJBH=${found.no}&amp;page=${file}"${file === current ? ' class="on"' : ""}>${words}</a>`,
  );
  const src = `/old/aj/${tab}.jsp?AJBH=${found.no}${id ? `&amp;ID=${encodeURIComponent(id)}` : ""}`;
  return page(
    found.name,
    `<div class="work"><div class="pos">当前位置：案件 &gt; 案件办理 &gt; ${TABS[current] ?? ""}　　案号：${found.no}</div>
<div class="tabs">${tabs.join("")}</div><iframe name="innerFrame" id="innerFrame" src="${src}"></iframe></div>`,
    `function fit(){document.getElementById("innerFrame").style.height=(document.documentElement.clientHeight-68)+"px";}window.onresize=fit;fit();`,
  );
}
