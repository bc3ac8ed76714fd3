// Small findings and page states to test the drawing with; all data invented.
import type { Finding } from "../../shared/rules/finding.ts";
import type { EvidenceView, PageState } from "../protocol/messages.ts";

export const AT = Date.parse("2026-11-20T15:48:06+08:00");
/** Taken once, so that two samples are the same. */
const OFFSET = AT - Date.now();

/** A finding that is met; `part` makes another of it. */
export const finding = (part: Partial<Finding> = {}): Finding => ({
  rule: "sample",
  title: "讯问地点不符合规定",
  on: "interviews/i1",
  verdict: "met",
  colour: "green",
  applies: "yes",
  missing: [],
  why: "办案区 讯问室 3",
  statute: "刑事诉讼法",
  edition: "2018-10-26",
  editionLabel: "2018 修正",
  article: "118",
  quote: "侦查人员不得少于二人",
  working: [],
  fields: [],
  weight: "serious",
  audience: "officer",
  stage: "interview",
  fix: "请另一名民警到场。",
  gate: "none",
  owner: "法制大队",
  key: `${part.rule ?? "sample"}@interviews/i1#1`,
  ...part,
});

export const breach = (part: Partial<Finding> = {}): Finding =>
  finding({
    rule: "single-officer",
    title: "讯问人员中民警不足二人",
    verdict: "breached",
    colour: "red",
    since: AT - 46 * 60_000,
    why: "登记 2 人，其中民警 1 人",
    marker: "interviews/i1.askers",
    fields: [
      { path: "interviews/i1.askers", label: "讯问人员", state: "known", value: ["陈立", "郑浩"] },
      { path: "interviews/i1.endedAt", label: "讯问结束", state: "absent", value: null },
    ],
    ...part,
  });

const ARRIVED = Date.parse("2026-11-20T04:30:00+08:00");
const HOUR = 3_600_000;

export const running = (part: Partial<Finding> = {}): Finding =>
  finding({
    rule: "twelve-hours",
    title: "传唤将满十二小时",
    verdict: "due",
    colour: "orange",
    from: ARRIVED,
    due: ARRIVED + 12 * HOUR,
    warnings: [ARRIVED + 6 * HOUR, ARRIVED + 11 * HOUR],
    why: "11月20日 04:30 到案，16:30 届满",
    working: [
      { op: "", step: "到案，起算", value: "11月20日 04:30" },
      { op: "+", step: "按分钟连续计算", note: "夜间不停", value: "12 小时" },
      { op: "=", step: "届满", value: "11月20日 16:30" },
      { op: "−", step: "现在", value: "15:48" },
      { op: "=", step: "剩余", value: "41 分钟" },
    ],
    marker: "measures/m1.startedAt",
    fields: [{ path: "measures/m1.startedAt", label: "到案时间", state: "known", value: ARRIVED }],
    extend: [{ to: "24 小时", approver: "办案部门负责人", due: ARRIVED + 24 * HOUR }],
    ...part,
  });

export const unread = (part: Partial<Finding> = {}): Finding =>
  finding({
    rule: "lawyer",
    title: "首次讯问是否告知可以委托律师",
    verdict: "unknown",
    colour: "grey",
    missing: ["documents/d1.name"],
    why: "没有读到“告知书”，未检查",
    fields: [{ path: "documents/d1.name", label: "告知书", state: "unread" }],
    ...part,
  });

export const evidence = (css: string, part: Partial<EvidenceView> = {}): EvidenceView => ({
  label: "讯问人员",
  text: "陈立 民警、郑浩 辅警",
  css,
  frame: "",
  pageLabel: "讯问笔录",
  at: AT - 12_000,
  here: true,
  ...part,
});

/** A page with one breach, one running clock, one unknown and one met. */
export function pageState(part: Partial<PageState> = {}): PageState {
  const applicable = part.applicable ?? [finding(), breach(), running(), unread()];
  return {
    caseKey: "sample/A9901",
    caseNumber: "A9901",
    caseLine: "盗窃 · 刑事",
    pageKind: "interview",
    pageLabel: "讯问笔录",
    applicable,
    all: applicable,
    evidence: { "interviews/i1.askers": evidence("#askers"), "measures/m1.startedAt": evidence("#arrived") },
    checklists: [],
    ticks: [],
    notes: [],
    answers: {},
    pack: { revision: 3, label: "2026.11.3" },
    member: { name: "陈立", id: "u1", roles: ["officer"], unitName: "柳桥派出所" },
    connection: "online",
    waiting: 0,
    at: AT,
    clockOffset: OFFSET,
    submits: [],
    state: "ready",
    ...part,
  };
}
