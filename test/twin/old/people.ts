// The old platform's page of persons and measures: two frames, one with the lists and one with the form.

import { esc } from "../escape.ts";
import type { Case, Measure } from "../model.ts";
import { MEASURE, PERSON } from "./labels.ts";
import { grid, notice, page, shown } from "./markup.ts";
import { posted, strip } from "./records.ts";

/** The page in the inner frame; lists and form stand in frames of their own. */
export function people(of: Case, id: string): string {
  return page(
    "人员与强制措施",
    `<div class="inner">${strip(of)}<iframe name="listFrame" src="/old/aj/qzcs_list.jsp?AJBH=${of.no}" onload="this.style.height=this.contentWindow.document.body.scrollHeight+12+'px'"></iframe>
<iframe name="editFrame" src="/old/aj/qzcs_edit.jsp?AJBH=${of.no}&amp;ID=${esc(id)}" onload="this.style.height=this.contentWindow.document.body.scrollHeight+12+'px'"></iframe></div>`,
  );
}

const PROCEDURE = ["jailAt", "firstAskedAt", "familyNoticeAt", "noNoticeReason"] as const;
const BEFORE = ["kind", "decidedAt", "startedAt", "arrivedAt", "leftAt", "expiresAt", "extension"] as const;
const AFTER = ["arrestRequestAt", "endedAt", "approver"] as const;

function measureRows(of: Case): string {
  const order = [...new Set(of.measures.map((each) => each.person))];
  const lines: string[] = [];
  for (const name of order) {
    const own = of.measures.filter((each) => each.person === name);
    own.forEach((each: Measure, index) => {
      const who = index === 0 ? `<td class="c" rowspan="${own.length}">${esc(name)}</td>` : "";
      const cells = [...BEFORE, ...PROCEDURE, ...AFTER].map(
        (key) => `<td class="c">${esc(shown(each[key])) || "&nbsp;"}</td>`,
      );
      lines.push(
        `<tr>${who}${cells.join("")}<td class="c"><a href="/old/aj/qzcs_edit.jsp?AJBH=${of.no}&amp;ID=${each.id}" target="editFrame">修改</a></td></tr>`,
      );
    });
  }
  return lines.join("\n");
}

export function peopleLists(of: Case): string {
  const personKeys = Object.keys(PERSON);
  const persons = of.persons.map((each) => {
    const values = each as unknown as Record<string, string>;
    return `<tr>${personKeys.map((key) => `<td class="c">${esc(values[key] ?? "") || "&nbsp;"}</td>`).join("")}</tr>`;
  });
  const head = (keys: readonly string[]): string =>
    keys.map((key) => `<th>${MEASURE[key]!.label}</th>`).join("");
  const tall = (keys: readonly string[]): string =>
    keys.map((key) => `<th rowspan="2">${MEASURE[key]!.label}</th>`).join("");
  const none = `<tr><td class="none" colspan="${BEFORE.length + PROCEDURE.length + AFTER.length + 2}">暂无强制措施记录</td></tr>`;
  return page(
    "强制措施列表",
    `<table class="t"><caption>涉案人员列表　案号：${of.no}</caption><tr>${personKeys.map((key) => `<th>${PERSON[key]!.label}</th>`).join("")}</tr>${persons.join("")}</table>
<table class="t"><caption>强制措施列表　案号：${of.no}</caption>
<tr><th rowspan="2">姓名</th>${tall(BEFORE)}<th colspan="${PROCEDURE.length}">羁押后程序</th>${tall(AFTER)}<th rowspan="2">操作</th></tr>
<tr>${head(PROCEDURE)}</tr>${of.measures.length > 0 ? measureRows(of) : none}</table>
<div class="btns"><a class="btn" href="/old/aj/qzcs_edit.jsp?AJBH=${of.no}&amp;ID=new" target="editFrame">新增强制措施</a></div>`,
  );
}

export function measureForm(of: Case, id: string, said: string | null): string {
  if (id === "")
    return page(
      "强制措施",
      '<div class="none">请在列表中选择需要修改的强制措施，或者点击“新增强制措施”。</div>',
    );
  const chosen = of.measures.find((each) => each.id === id);
  const caption = chosen ? "强制措施修改" : "强制措施登记";
  return page(
    caption,
    `${notice(said)}${posted(of.no, "measures", chosen?.id ?? "", `<table class="t"><caption>${caption}　案号：${of.no}</caption>${grid(MEASURE, Object.keys(MEASURE), chosen ?? {}, 3, ["person", "kind"])}</table>`)}`,
    said === null ? "" : 'if(parent.frames["listFrame"])parent.frames["listFrame"].location.reload();',
  );
}
