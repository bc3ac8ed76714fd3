// Twenty rules twice: as the catalogue would write them, and as closures written by hand.
import type { Element, FactSheet } from "../../shared/facts/sheet.ts";
import type { Verdict } from "../../shared/rules/finding.ts";
import type { Rule } from "../../shared/rules/rule.ts";

export const NOW = Date.parse("2026-06-15T09:30+08:00");
const HOUR = 3_600_000;

export interface Twin {
  readonly rule: Rule;
  /** The verdict on every element, in the order of the list. */
  readonly byHand: (sheet: FactSheet, now: number) => readonly (readonly [on: string, Verdict])[];
}

const BASE = {
  weight: "serious",
  audience: "officer",
  status: "live",
  stage: "interview",
  basis: [{ statute: "刑事诉讼法", edition: "2018-10-26", article: "1" }],
  fix: "改正。",
  owner: "法制支队",
  reviewBy: "2027-06-30",
  examples: [],
} as const;

/** First day of the edition that all of them cite. */
const IN_FORCE = Date.parse("2018-10-26T00:00+08:00");

const over = (
  list: "measures" | "interviews" | "property",
  sheet: FactSheet,
  one: (element: Element) => Verdict,
): (readonly [string, Verdict])[] =>
  (sheet[list]?.items ?? []).map((element) => [`${list}/${element.id}`, one(element)] as const);

/** A period in hours between two fields, three-valued as a careful hand would write it. */
function clock(from: unknown, until: unknown, limit: number, now: number): Verdict {
  if (from === undefined) return "unknown";
  if (from === null) return "moot";
  const due = (from as number) + limit * HOUR;
  if (until === null || until === undefined) {
    if (now <= due) return "due";
    return until === undefined ? "unknown" : "breached";
  }
  if ((until as number) < (from as number)) return "unknown";
  return (until as number) <= due ? "met" : "breached";
}

/** Verdict of an act before the cited edition was in force. */
const early = (at: unknown): boolean => typeof at === "number" && at < IN_FORCE;

const measureOverrun = (kind: string, hours: number): Twin => ({
  rule: {
    ...BASE,
    id: `measure-overrun-${hours}`,
    title: "强制措施超时",
    act: "startedAt",
    each: "measures",
    when: `kind == "${kind}"`,
    clock: {
      from: "startedAt",
      limit: `${hours} hours`,
      count: "hours",
      until: "endedAt",
      warn: ["4 hours", "1 hours"],
    },
  },
  byHand: (sheet, now) =>
    over("measures", sheet, ({ cells: c }) => {
      if (c.kind === undefined) return "unknown";
      if (c.kind !== kind) return "moot";
      return early(c.startedAt) ? "unknown" : clock(c.startedAt, c.endedAt, hours, now);
    }),
});

const interviewOverrun = (kind: string, hours: number): Twin => ({
  rule: {
    ...BASE,
    id: `interview-overrun-${hours}`,
    title: "询问查证超时",
    act: "arrivedAt",
    each: "interviews",
    when: `kind == "${kind}" && subjectRole == "违法嫌疑人"`,
    clock: {
      from: "arrivedAt",
      limit: `${hours} hours`,
      count: "hours",
      until: "leftAt",
      warn: ["2 hours", "1 hours"],
    },
    unless: [{ when: `arriveWay == "自行到案"`, say: "自行到案" }],
  },
  byHand: (sheet, now) =>
    over("interviews", sheet, ({ cells: c }) => {
      const role = c.subjectRole === undefined ? undefined : c.subjectRole === "违法嫌疑人";
      const is = c.kind === undefined ? undefined : c.kind === kind;
      if (is === false || role === false) return "moot";
      if (is === undefined || role === undefined || early(c.arrivedAt)) return "unknown";
      const verdict = clock(c.arrivedAt, c.leftAt, hours, now);
      if (verdict === "met" || verdict === "moot") return verdict;
      if (c.arriveWay === "自行到案") return "moot";
      return verdict === "breached" && c.arriveWay === undefined ? "unknown" : verdict;
    }),
});

const askersShort = (kind: string, least: number): Twin => ({
  rule: {
    ...BASE,
    id: `askers-short-${least}`,
    title: "民警不足",
    act: "startedAt",
    each: "interviews",
    when: `kind == "${kind}"`,
    require: `size(askers) >= ${least} || recorded == "是" && minor == "否"`,
  },
  byHand: (sheet) =>
    over("interviews", sheet, ({ cells: c }) => {
      if (c.kind === undefined) return "unknown";
      if (c.kind !== kind) return "moot";
      if (early(c.startedAt)) return "unknown";
      const enough = Array.isArray(c.askers) ? c.askers.length >= least : undefined;
      if (enough === true || (c.recorded === "是" && c.minor === "否")) return "met";
      const excused =
        (c.recorded !== undefined && c.recorded !== "是") || (c.minor !== undefined && c.minor !== "否")
          ? false
          : undefined;
      return enough === false && excused === false ? "breached" : "unknown";
    }),
});

const notStored = (kind: string, hours: number): Twin => ({
  rule: {
    ...BASE,
    id: `not-stored-${hours}`,
    title: "财物未入库",
    act: "seizedAt",
    each: "property",
    when: `kind == "${kind}" && quantity > 2`,
    clock: {
      from: "seizedAt",
      limit: `${hours} hours`,
      count: "hours",
      until: "storedAt",
      warn: ["2 hours"],
    },
  },
  byHand: (sheet, now) =>
    over("property", sheet, ({ cells: c }) => {
      const dear = typeof c.quantity === "number" ? c.quantity > 2 : undefined;
      const is = c.kind === undefined ? undefined : c.kind === kind;
      if (is === false || dear === false) return "moot";
      if (is === undefined || dear === undefined || early(c.seizedAt)) return "unknown";
      return clock(c.seizedAt, c.storedAt, hours, now);
    }),
});

const documentMissing = (measure: string, document: string, n: number): Twin => ({
  rule: {
    ...BASE,
    id: `document-missing-${n}`,
    title: "缺少文书",
    act: "acceptedAt",
    when: `measures.exists(m, m.kind == "${measure}")`,
    require: `documents.exists(d, d.kind == "${document}")`,
  },
  byHand: (sheet) => {
    const has = (list: FactSheet["measures"], field: string, value: string): boolean | undefined => {
      if (list === undefined) return undefined;
      let open = !list.complete;
      for (const { cells } of list.items) {
        if (cells[field] === value) return true;
        if (cells[field] === undefined) open = true;
      }
      return open ? undefined : false;
    };
    const when = has(sheet.measures, "kind", measure);
    if (when === false) return [["case", "moot"]];
    if (when === undefined || early(sheet.case?.cells.acceptedAt)) return [["case", "unknown"]];
    const found = has(sheet.documents, "kind", document);
    return [["case", found === true ? "met" : found === false ? "breached" : "unknown"]];
  },
});

export const TWINS: readonly Twin[] = [
  measureOverrun("刑事拘留", 24),
  measureOverrun("拘传", 12),
  measureOverrun("传唤", 13),
  measureOverrun("继续盘问", 48),
  interviewOverrun("询问", 8),
  interviewOverrun("询问", 12),
  interviewOverrun("讯问", 24),
  interviewOverrun("讯问", 36),
  askersShort("询问", 1),
  askersShort("讯问", 2),
  askersShort("讯问", 3),
  askersShort("询问", 4),
  notStored("现金", 24),
  notStored("手机", 25),
  notStored("车辆", 26),
  notStored("毒品", 27),
  documentMissing("刑事拘留", "拘留证", 1),
  documentMissing("取保候审", "取保候审决定书", 2),
  documentMissing("逮捕", "逮捕证", 3),
  documentMissing("监视居住", "监视居住决定书", 4),
];
