// The record pages of the old platform that stand in the inner frame: case, call, filing, approvals.

import { esc } from "../escape.ts";
import type { Case, Incident } from "../model.ts";
import { APPROVAL, CASE, FILING, INCIDENT } from "./labels.ts";
import { control, grid, notice, page, shown, spelled } from "./markup.ts";

/** The strip with which every record of a case begins. */
export const strip = (of: Case): string =>
  `<table class="t"><caption>案件基本情况</caption>
<tr><td class="k">案号：</td><td>${of.no}</td><td class="k">案件名称：</td><td colspan="3">${esc(of.name)}</td></tr>
<tr><td class="k">案件类型：</td><td>${of.kind}</td><td class="k">案由：</td><td>${esc(of.cause)}</td><td class="k">主办人：</td><td>${esc(of.lead)}</td></tr>
<tr><td class="k">接受时间：</td><td>${shown(of.filing.acceptedAt)}</td><td class="k">立案日期：</td><td>${shown(of.filing.filedAt)}</td><td class="k">办案状态：</td><td>${esc(of.status)}</td></tr></table>`;

/** A form posted to the save page; `form` is the record's name there. */
export const posted = (no: string, form: string, id: string, inside: string, buttons = ""): string =>
  `<form method="post" action="/old/save.jsp"><input type="hidden" name="AJBH_" value="${no}"><input type="hidden" name="FORM_" value="${form}"><input type="hidden" name="ID_" value="${esc(id)}">
${inside}<div class="btns"><input class="btn" type="submit" value="保 存">${buttons}<input class="btn" type="button" value="打 印" onclick="window.print()"><input class="btn" type="reset" value="重 置"></div></form>`;

export function caseRecord(of: Case, said: string | null): string {
  const f = of.filing;
  const editable = grid(
    CASE,
    ["name", "cause", "lead", "assist", "status", "decision", "decidedAt", "stoppedAt", "closedAt"],
    of,
    2,
    ["name"],
  );
  return page(
    "案件详情",
    `<div class="inner">${notice(said)}${strip(of)}
<table class="t"><caption>办理经过</caption>
<tr><td class="s" rowspan="3">受<br>立<br>案</td><td class="k">案件来源：</td><td>${esc(f.source)}</td><td class="k">报案人：</td><td>${esc(f.reporter)}</td></tr>
<tr><td class="k">接受时间：</td><td>${spelled(f.acceptedAt)}</td><td class="k">立案日期：</td><td>${spelled(f.filedAt)}</td></tr>
<tr><td class="k">案情简介：</td><td colspan="3">${esc(f.brief)}</td></tr>
<tr><td class="s" rowspan="2">承<br>办</td><td class="k">主办单位：</td><td colspan="3">${esc(of.unit)}</td></tr>
<tr><td class="k">涉案人员：</td><td>${of.persons.length} 人</td><td class="k">涉案物品：</td><td>${of.property.length} 件</td></tr></table>
${posted(of.no, "basics", "", `<table class="t"><caption>案件信息维护</caption>${editable}</table>`)}</div>`,
  );
}

/** A call, of a case or alone; alone it is a page of the work frame. */
export function callRecord(incident: Incident, of: Case | undefined, said: string | null): string {
  const keys = Object.keys(INCIDENT);
  const form = posted(
    of?.no ?? "",
    "incident",
    incident.no,
    `<table class="t"><caption>接处警登记单</caption>${grid(INCIDENT, keys, incident, 2, ["receivedAt", "content"])}</table>`,
  );
  const where = of ? "" : '<div class="pos">当前位置：警情 &gt; 接处警登记单</div>';
  return page(
    "接处警登记单",
    `<div class="${of ? "inner" : "work"}">${where}${notice(said)}${of ? strip(of) : ""}${form}</div>`,
  );
}

export const noCall = (of: Case): string =>
  page("接处警登记单", `<div class="inner">${strip(of)}<div class="none">本案未关联接处警单。</div></div>`);

/** The acceptance form, laid out like the paper one. */
export function filingRecord(of: Case, said: string | null): string {
  const f = of.filing;
  const cell = (key: keyof typeof f, span = 1): string => {
    const column = FILING[key]!;
    const star = key === "acceptedAt" ? '<span class="star">*</span>' : "";
    return `<td class="k">${star}${column.label}：</td><td class="v"${span > 1 ? ` colspan="${span}"` : ""}>${control(column, f[key])}</td>`;
  };
  const body = `<div class="paper"><h2>受案登记表</h2><table class="t">
<tr><td class="k" colspan="2">案号：</td><td>${of.no}</td><td class="k">案件名称：</td><td>${esc(of.name)}</td></tr>
<tr><td class="s" rowspan="5">接<br>受</td>${cell("source")}${cell("reporter")}</tr>
<tr>${cell("acceptedAt")}${cell("acceptedBy")}</tr><tr>${cell("receiptNo")}${cell("receiptAt")}</tr>
<tr>${cell("happenedAt")}${cell("amount")}</tr><tr>${cell("evidenceListAt", 3)}</tr>
<tr><td class="s" rowspan="4">审<br>查</td>${cell("accuser")}${cell("reviewKind")}</tr>
<tr>${cell("filedAt")}${cell("approver")}</tr><tr>${cell("rejectedAt", 3)}</tr><tr>${cell("rejectNoticeAt", 3)}</tr>
<tr><td class="s" rowspan="2">管<br>辖</td>${cell("jurisdiction")}${cell("noJurisdictionAt")}</tr><tr>${cell("transferredAt")}${cell("transferTo")}</tr>
<tr><td class="s">案<br>情</td>${cell("brief", 3)}</tr></table></div>`;
  return page(
    "受案登记",
    `<div class="inner">${notice(said)}${strip(of)}${posted(of.no, "filing", "", body, '<input class="btn" type="button" value="打印回执" onclick="window.print()">')}</div>`,
  );
}

export function approvalRecord(of: Case, id: string, said: string | null): string {
  const keys = Object.keys(APPROVAL);
  const rows = of.approvals.map((each) => {
    const values = each as unknown as Record<string, string>;
    const cells = keys.map((key) => `<td class="c">${esc(shown(values[key] ?? ""))}</td>`);
    return `<tr>${cells.join("")}<td class="c"><a href="/old/aj/cpsh.jsp?AJBH=${of.no}&amp;ID=${each.id}">办理</a></td></tr>`;
  });
  const chosen = of.approvals.find((each) => each.id === id);
  const form = chosen
    ? posted(
        of.no,
        "approvals",
        id,
        `<table class="t"><caption>呈批表</caption>${grid(APPROVAL, keys, chosen, 2, ["matter"])}</table>`,
      )
    : "";
  return page(
    "呈批审核",
    `<div class="inner">${notice(said)}${strip(of)}<table class="t"><caption>呈批记录</caption><tr>${keys.map((key) => `<th>${APPROVAL[key]!.label}</th>`).join("")}<th>操作</th></tr>${rows.join("")}</table>${form}</div>`,
  );
}
