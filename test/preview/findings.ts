// Findings to look at in the overlay's preview: a breach, a clock nearly over, one not checked, several met; all data invented.
import type { Finding } from "../../shared/rules/finding.ts";

export const AT = Date.parse("2026-11-20T15:48:06+08:00");
export const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const base: Finding = {
  rule: "sample",
  title: "讯问在规定地点进行",
  on: "interviews/i1",
  verdict: "met",
  colour: "green",
  applies: "yes",
  missing: [],
  why: "柳桥派出所办案区 讯问室 3",
  statute: "刑事诉讼法",
  edition: "2018-10-26",
  editionLabel: "2018 修正",
  article: "118",
  working: [],
  fields: [],
  weight: "serious",
  audience: "officer",
  stage: "interview",
  fix: "在规定地点进行。",
  gate: "none",
  owner: "法制大队",
  key: "sample@interviews/i1#0",
};

export const red: Finding = {
  ...base,
  rule: "interview-single-officer",
  key: "interview-single-officer@interviews/i1#1",
  title: "讯问人员中民警不足二人",
  verdict: "breached",
  colour: "red",
  since: Date.parse("2026-11-20T15:02:00+08:00"),
  why: "登记 2 人，其中民警 1 人（陈立）、辅警 1 人（郑浩）。辅警不计入侦查人员。",
  quote: "讯问的时候，侦查人员不得少于二人。",
  weight: "red-line",
  gate: "soft",
  marker: "interviews/i1.askers",
  fields: [
    { path: "interviews/i1.askers", label: "讯问人员", state: "known", value: ["陈立", "郑浩"] },
    {
      path: "interviews/i1.startedAt",
      label: "讯问开始",
      state: "known",
      value: Date.parse("2026-11-20T15:02:00+08:00"),
    },
  ],
  fix: "请另一名民警到场并补登姓名，再继续讯问。15:02 以来由一名民警讯问的内容，由二名民警重新讯问，并在笔录中如实写明时间。",
};

const arrived = Date.parse("2026-11-20T04:30:00+08:00");

export const orange: Finding = {
  ...base,
  rule: "summons-twelve-hours",
  key: "summons-twelve-hours@measures/m1#1",
  on: "measures/m1",
  title: "传唤将满十二小时",
  verdict: "due",
  colour: "orange",
  from: arrived,
  due: arrived + 12 * HOUR,
  warnings: [arrived + 6 * HOUR, arrived + 9 * HOUR, arrived + 11 * HOUR],
  why: "11月20日 04:30 到案，16:30 届满，到时应结束传唤。",
  article: "119",
  quote: "传唤、拘传持续的时间不得超过十二小时",
  marker: "measures/m1.startedAt",
  working: [
    { op: "", step: "到案，起算", value: "11月20日 04:30" },
    { op: "+", step: "按分钟连续计算", note: "夜间、节假日不停；未读到延长批准", value: "12 小时" },
    { op: "=", step: "届满", value: "11月20日 16:30" },
    { op: "−", step: "现在", value: "15:48" },
    { op: "=", step: "剩余", value: "42 分钟" },
  ],
  fields: [
    { path: "measures/m1.startedAt", label: "到案时间", state: "known", value: arrived },
    { path: "measures/m1.manner", label: "到案方式", state: "known", value: "传唤" },
    { path: "measures/m1.endedAt", label: "离开时间", state: "absent", value: null },
  ],
  extend: [{ to: "24 小时", approver: "办案部门负责人", due: arrived + DAY }],
  fix: "16:30 前结束传唤，或者依法变更强制措施。",
};

export const grey: Finding = {
  ...base,
  rule: "lawyer-not-told",
  key: "lawyer-not-told@interviews/i1#1",
  title: "首次讯问是否告知可以委托律师",
  verdict: "unknown",
  colour: "grey",
  missing: ["documents/d1.name"],
  why: "没有读到《诉讼权利义务告知书》：今天还没有打开过“文书清单”页。",
  article: "34",
  gate: "soft",
  fields: [
    { path: "documents/d1.name", label: "告知书", state: "unread" },
    { path: "documents/d1.servedAt", label: "送达时间", state: "unread" },
  ],
  fix: "打开一次“文书清单”页即可，读到后自动判定。",
};

const clock = (
  title: string,
  colour: Finding["colour"],
  from: number,
  due: number,
  law: [string, string],
): Finding => ({
  ...base,
  rule: title,
  key: `${title}@case#1`,
  on: "case",
  title,
  verdict: "due",
  colour,
  from,
  due,
  warnings: [0.5, 0.75, 0.92].map((share) => from + share * (due - from)),
  statute: law[0],
  article: law[1],
  why: title,
});

export const clocks: readonly Finding[] = [
  clock("扣押物品移交保管", "yellow", AT - 9 * HOUR, AT + 13 * HOUR + 22 * 60_000, [
    "涉案财物管理规定",
    "11",
  ]),
  clock("纸质证据入卷宗柜", "blue", AT - 9 * HOUR, AT + 14 * HOUR + 32 * 60_000, ["涉案财物管理规定", "14"]),
  clock("刑事立案审查", "blue", AT - 11 * HOUR, Date.parse("2026-11-23T23:59:59.999+08:00"), [
    "程序规定",
    "178",
  ]),
  clock("现场视音频保存", "green", AT - DAY, AT + 181 * DAY, ["视音频管理规定", "13"]),
];

export const met = (n: number): Finding[] =>
  Array.from({ length: n }, (_, i) => ({
    ...base,
    rule: `met-${i}`,
    key: `met-${i}@case#1`,
    why: `已读到第 ${i + 1} 项，符合规定`,
  }));
