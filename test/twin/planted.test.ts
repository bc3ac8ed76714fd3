// Proves that the planted list and the records agree: what is listed breaks its limit, and nothing else does.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { records } from "./data/records.ts";
import { instant } from "./data/stamp.ts";
import type { Case, Incident, Interview, Measure } from "./model.ts";

interface Row {
  readonly id: string;
  readonly kind: "violation" | "clean" | "running";
  readonly platform: "new" | "old";
  readonly case: string;
  readonly page: string;
  readonly rule: string;
  readonly on: string;
  readonly expectColour: string;
  readonly mended?: boolean;
  readonly alsoAllowed?: readonly string[];
}

const NOW = Date.parse("2026-11-20T15:48:00+08:00");
const ROWS = (JSON.parse(readFileSync(new URL("planted.json", import.meta.url), "utf8")) as { rows: Row[] })
  .rows;
const HOUR = 3_600_000;

/** Whether a period ran longer than allowed; an open end runs until now. */
const over = (from: string, until: string, hours: number): boolean =>
  from !== "" && (until === "" ? NOW : instant(until)) - instant(from) > hours * HOUR;

/** Whether something is done after the same day so many months later. */
const overMonths = (from: string, until: string, months: number): boolean => {
  if (from === "") return false;
  const end = new Date(instant(from) + 8 * HOUR);
  end.setUTCMonth(end.getUTCMonth() + months);
  const last = Date.parse(`${end.toISOString().slice(0, 10)}T23:59:59+08:00`);
  return (until === "" ? NOW : instant(until)) > last;
};

const endOfDay = (at: string, days: number): number => instant(`${at.slice(0, 10)} 23:59`) + days * 24 * HOUR;
const CRIMES = ["盗窃", "诈骗", "殴打他人", "故意伤害", "寻衅滋事", "赌博"];
const police = (each: Interview): number => each.askers.filter((name) => name.endsWith("民警")).length;

function ofIncident(it: Incident): string[] {
  if (it.no === "") return [];
  const found: string[] = [];
  if (CRIMES.includes(it.category) && over(it.receivedAt, it.acceptedAt, 24))
    found.push("incident-not-filed");
  if (it.category === "诈骗" && it.finalCategory === "纠纷") found.push("incident-category-weakened");
  if (it.outcome !== "" && it.feedbackAt === "") found.push("incident-feedback-missing");
  if (it.arrivedAt === "") found.push("incident-arrival-unrecorded");
  return found;
}

function ofFiling(it: Case): string[] {
  const f = it.filing;
  const found: string[] = [];
  const decided = f.filedAt || f.rejectedAt;
  const days = { 一般: 3, 需查证: 7, 重大疑难复杂: 30 }[f.reviewKind] ?? 3;
  if (f.receiptAt === "") found.push("filing-receipt-missing");
  if (f.rejectedAt !== "" && f.accuser === "有") {
    const told = f.rejectNoticeAt === "" ? NOW : instant(f.rejectNoticeAt);
    if (told > endOfDay(f.rejectedAt, 3)) found.push("no-filing-notice-late");
  }
  if (it.kind === "刑事案件" && (decided === "" ? NOW : instant(decided)) > endOfDay(f.acceptedAt, days)) {
    found.push("filing-review-overrun");
  }
  if (f.jurisdiction === "无" && over(f.noJurisdictionAt, f.transferredAt, 24)) found.push("transfer-late");
  return found;
}

function ofInterview(it: Case, each: Interview): string[] {
  const found: string[] = [];
  const order = it.kind === "治安案件";
  const newLaw = each.startAt >= "2026-01-01";
  const alone = order && newLaw && each.placeKind === "办案区" && each.recorded === "是";
  const suspect = each.role.endsWith("嫌疑人");
  if (police(each) < (alone ? 1 : 2)) found.push("interview-single-officer");
  if (order && newLaw && each.placeKind === "办案区" && suspect && each.recorded !== "是")
    found.push("interview-unrecorded");
  if (each.minor === "是" && each.guardianPresent !== "是") found.push("minor-without-guardian");
  if (each.rightsTold !== "是") found.push("rights-not-told");
  const longer = each.complex === "是" && each.mayDetain === "是" && each.extended === "是";
  if (order && suspect && over(each.arrivedAt, each.leftAt, longer ? 24 : 8)) found.push("inquiry-overrun");
  if (!order && ["传唤", "拘传"].includes(each.arriveBy) && over(each.arrivedAt, each.leftAt, 12))
    found.push("summons-overrun");
  return found;
}

function ofMeasure(each: Measure): string[] {
  const found: string[] = [];
  if (["传唤", "拘传"].includes(each.kind) && over(each.arrivedAt, each.leftAt, each.to24 === "是" ? 24 : 12))
    found.push("summons-overrun");
  if (each.kind === "取保候审" && overMonths(each.startedAt, each.endedAt, 12)) found.push("bail-overrun");
  if (each.kind === "监视居住" && overMonths(each.startedAt, each.endedAt, 6))
    found.push("residential-surveillance-overrun");
  if (each.kind !== "刑事拘留" && each.kind !== "逮捕") return found;
  if (over(each.startedAt, each.jailAt, 24)) found.push("detention-transfer-late");
  if (over(each.startedAt, each.familyNoticeAt, 24) && each.noNoticeReason === "")
    found.push("family-notice-late");
  if (over(each.startedAt, each.firstAskedAt, 24)) found.push("first-interrogation-late");
  const days = { 未延长: 3, 延长至七日: 7, 延长至三十日: 30 }[each.extension] ?? 3;
  const until = [each.arrestRequestAt, each.endedAt].filter(Boolean).sort()[0] ?? "";
  if (each.kind === "刑事拘留" && over(each.startedAt, until, days * 24))
    found.push("detention-arrest-request-late");
  return found;
}

function ofProperty(it: Case): string[] {
  const filed = it.kind === "刑事案件" ? it.filing.filedAt : it.filing.acceptedAt;
  return it.property.flatMap((each) => [
    ...(over(each.seizedAt, each.storedAt, 24) ? ["property-not-stored"] : []),
    ...(each.listNo === "" ? ["property-list-missing"] : []),
    ...(each.related === "否" &&
    (each.returnedAt === "" ? NOW : instant(each.returnedAt)) > endOfDay(each.unrelatedAt, 3)
      ? ["unrelated-property-not-returned"]
      : []),
    ...(filed === "" || each.seizedAt < filed ? ["seized-before-filing"] : []),
  ]);
}

const broken = (it: Case): string[] => [
  ...ofIncident(it.incident),
  ...ofFiling(it),
  ...it.interviews.flatMap((each) => ofInterview(it, each)),
  ...it.measures.flatMap(ofMeasure),
  ...ofProperty(it),
];

const held = records(NOW);
const everything = new Map<string, string[]>([
  ...held.cases.map((each): [string, string[]] => [each.no, broken(each)]),
  ...held.incidents.map((each): [string, string[]] => [each.incident.no, ofIncident(each.incident)]),
]);

describe("the planted list", () => {
  it("has twenty violations of at least fourteen rules, ten clean rows and twelve cases", () => {
    const violations = ROWS.filter((each) => each.kind === "violation");
    expect(violations).toHaveLength(20);
    expect(new Set(violations.map((each) => each.rule)).size).toBeGreaterThanOrEqual(14);
    expect(ROWS.filter((each) => each.kind === "clean")).toHaveLength(10);
    expect(held.cases.length).toBeGreaterThanOrEqual(12);
    for (const platform of ["new", "old"]) {
      expect(held.cases.filter((each) => each.platform === platform).length).toBeGreaterThanOrEqual(5);
    }
    expect(new Set(ROWS.map((each) => each.id)).size).toBe(ROWS.length);
  });

  it("names cases and calls that exist on their platform", () => {
    for (const row of ROWS) {
      const known = held.cases.some((each) => each.no === row.case && each.platform === row.platform);
      const call = held.incidents.some(
        (each) => each.incident.no === row.case && each.platform === row.platform,
      );
      expect(known || call, row.id).toBe(true);
      expect(row.page.startsWith(`/${row.platform}/`) && row.page.includes(row.case), row.id).toBe(true);
    }
  });

  it.each([...everything])("%s breaks what is listed for it, and nothing else", (no, found) => {
    const rows = ROWS.filter((each) => each.case === no && each.kind === "violation");
    const listed = [...new Set(rows.map((each) => each.rule))];
    const allowed = rows.flatMap((each) => [...(each.alsoAllowed ?? [])]);
    for (const rule of listed) expect(found).toContain(rule);
    expect([...new Set(found)].filter((rule) => !listed.includes(rule) && !allowed.includes(rule))).toEqual(
      [],
    );
  });

  it("lists no clean row for a case with a violation", () => {
    const bad = new Set(ROWS.filter((each) => each.kind === "violation").map((each) => each.case));
    expect(ROWS.filter((each) => each.kind === "clean" && bad.has(each.case))).toEqual([]);
  });
});
