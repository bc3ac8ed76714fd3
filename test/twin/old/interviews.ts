// The old platform's interview pages: the list of a case with the record form.

import { esc } from "../escape.ts";
import type { Case, Interview } from "../model.ts";
import { INTERVIEW } from "./labels.ts";
import { control, notice, page, shown } from "./markup.ts";
import { posted, strip } from "./records.ts";

export function interviewList(of: Case): string {
  const heads = [
    "笔录类型",
    "次数",
    "被询问讯问人",
    "人员身份",
    "询问讯问人员",
    "笔录开始时间",
    "笔录结束时间",
    "操作",
  ];
  const rows = of.interviews.map(
    (each) =>
      `<tr><td class="c">${each.type}笔录</td><td class="c">${esc(each.times)}</td><td class="c">${esc(each.name)}</td><td class="c">${esc(each.role)}</td><td class="c">${esc(each.askers.join("、"))}</td><td class="c">${shown(each.startAt)}</td><td class="c">${shown(each.endAt)}</td><td class="c"><a href="/old/work.jsp?AJBH=${of.no}&amp;page=xwbl&amp;ID=${each.id}" target="workFrame">打开</a></td></tr>`,
  );
  const none = '<tr><td class="none" colspan="8">暂无笔录</td></tr>';
  return page(
    "询问讯问笔录",
    `<div class="inner">${strip(of)}<table class="t"><caption>笔录列表</caption><tr>${heads.map((each) => `<th>${each}</th>`).join("")}</tr>${rows.join("") || none}</table></div>`,
  );
}

/** The frame around one record; the paper form stands in a frame inside it. */
export const interviewFrame = (of: Case, id: string): string =>
  page(
    "笔录",
    `<div class="inner">${strip(of)}<iframe name="paperFrame" src="/old/aj/bl_paper.jsp?AJBH=${of.no}&amp;ID=${esc(id)}" onload="this.style.height=this.contentWindow.document.body.scrollHeight+16+'px'"></iframe></div>`,
  );

/** The record itself, laid out like the paper one, with fields in its cells. */
export function interviewPaper(of: Case, each: Interview, said: string | null): string {
  const asks = each.type === "讯问";
  const words: Partial<Record<keyof Interview, string>> = asks
    ? {}
    : { askers: "询问民警", name: "被询问人" };
  const cell = (key: keyof Interview, span = 1): string => {
    const column = INTERVIEW[key]!;
    const star = key === "startAt" || key === "name" ? '<span class="star">*</span>' : "";
    return `<td class="k">${star}${words[key] ?? column.label}：</td><td class="v"${span > 1 ? ` colspan="${span}"` : ""}>${control(column, each[key])}</td>`;
  };
  const summoned = `<tr><td class="s" rowspan="5">到<br>案</td>${cell("arrivedAt")}${cell("arriveBy")}</tr>
<tr>${cell("leftAt")}${cell("familyNoticeAt")}</tr><tr>${cell("complex")}${cell("mayDetain")}</tr><tr>${cell("extended")}${cell("crowd")}</tr><tr>${cell("rightsTold", 3)}</tr>`;
  const paper = `<div class="paper"><h2>${each.type}笔录</h2><table class="t">
<tr><td class="k" colspan="2">案号：</td><td>${of.no}</td><td class="k">笔录类型：</td><td>${each.type}笔录（第 ${control(INTERVIEW.times!, each.times).replace("<input", '<input style="width:24px"')} 次）</td></tr>
<tr><td class="s" rowspan="4">${[...each.type, "情", "况"].join("<br>")}</td>${cell("startAt")}${cell("endAt")}</tr>
<tr>${cell("askers")}${cell("recorder")}</tr><tr>${cell("place")}${cell("placeKind")}</tr><tr>${cell("recorded")}<td class="k">民警人数：</td><td class="v">${each.askers.filter((name) => name.endsWith("民警")).length}</td></tr>
<tr><td class="s" rowspan="4">人<br>员</td>${cell("name")}${cell("sex")}</tr><tr>${cell("birth")}${cell("idNo")}</tr>
<tr>${cell("role")}${cell("minor")}</tr><tr>${cell("guardianPresent")}${cell("guardianName")}</tr>
${summoned}
<tr><td class="s">正<br>文</td><td colspan="4"><div>笔录内容：</div>${control(INTERVIEW.text!, each.text).replace('rows="4"', 'rows="14"')}</td></tr></table></div>`;
  return page(
    `${each.type}笔录`,
    `${notice(said)}${posted(of.no, "interviews", each.id, paper, '<input class="btn" type="submit" name="TJ_" value="提交审核">')}`,
  );
}
