// The query pages of the old platform: cases and calls.

import { esc } from "../escape.ts";
import type { Case, Incident } from "../model.ts";
import { page, shown } from "./markup.ts";

const CLOSED = ["移送审查起诉", "不予立案", "已结案"];

const table = (caption: string, heads: readonly string[], rows: readonly string[][]): string =>
  `<table class="t"><caption>${caption}　共 ${rows.length} 条</caption><tr>${heads.map((each) => `<th>${each}</th>`).join("")}</tr>
${rows.map((cells, index) => `<tr${index % 2 ? ' class="even"' : ""}>${cells.map((each) => `<td class="c">${each}</td>`).join("")}</tr>`).join("\n")}</table>`;

/** All cases, those being worked on (1), or those done (2). */
export function caseList(cases: readonly Case[], state: string | null): string {
  const wanted = cases.filter((each) => state === null || CLOSED.includes(each.status) === (state === "2"));
  const rows = wanted.map((each, index) => [
    String(index + 1),
    `<a href="/old/work.jsp?AJBH=${each.no}&amp;page=ajxx">${each.no}</a>`,
    esc(each.name),
    each.kind,
    esc(each.cause),
    shown(each.filing.acceptedAt),
    esc(each.lead),
    esc(each.status),
  ]);
  return page(
    "案件查询",
    `<div class="work"><div class="pos">当前位置：案件 &gt; 案件查询</div>${table("案件列表", ["序号", "案号", "案件名称", "案件类型", "案由", "接受时间", "主办人", "办案状态"], rows)}</div>`,
  );
}

export function callList(incidents: readonly Incident[]): string {
  const rows = incidents.map((each, index) => [
    String(index + 1),
    `<a href="/old/jjd.jsp?JJDBH=${each.no}">${each.no}</a>`,
    shown(each.receivedAt),
    esc(each.category),
    esc(each.place),
    esc(each.outcome),
    each.caseNo,
  ]);
  return page(
    "接处警单查询",
    `<div class="work"><div class="pos">当前位置：警情 &gt; 接处警单查询</div>${table("接处警单列表", ["序号", "接警单编号", "报警时间", "报警类别", "案发地点", "处理结果", "关联案件编号"], rows)}</div>`,
  );
}
