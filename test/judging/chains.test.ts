// Proves on the catalogue's own rules how far the law lets a period be prolonged, by whom, and what does not count into it.
import { describe, expect, test } from "vitest";
import { instantKey } from "../../shared/time/civil.ts";
import { found } from "./one-rule.ts";

const NOW = "2026-03-03T09:00+08:00";

const held = (cells: object, more: object = {}) => ({
  measures: [
    {
      id: "m1",
      person: "p1",
      startedAt: "2026-03-02T10:00+08:00",
      endedAt: null,
      arrestRequestedAt: null,
      extension: "未延长",
      newCrimeFoundAt: null,
      identityUnknown: "否",
      identityFoundAt: null,
      ...cells,
    },
  ],
  documents: [],
  examinations: [],
  ...more,
});
const thing = (cells: object, examinations: readonly object[] = []) => ({
  case: { category: "行政", acceptWay: "报案", acceptedAt: "2026-03-01T10:00+08:00" },
  property: [
    {
      id: "w1",
      action: "扣押",
      seizedAt: "2026-03-02T10:00+08:00",
      returnedAt: null,
      disposal: null,
      extended: "否",
      ...cells,
    },
  ],
  examinations,
});
const filed = (cells: object, examinations: readonly object[] = [], penalties: readonly object[] = []) => ({
  case: {
    category: "行政",
    adminKind: "治安",
    status: "调查",
    acceptedAt: "2026-03-01T09:00+08:00",
    filedAt: "2026-03-02T09:00+08:00",
    decidedAt: null,
    periodExtension: "未延长",
    ...cells,
  },
  examinations,
  penalties,
});
const appraisal = (kind: string) => ({
  id: "x1",
  kind,
  person: "p1",
  entrustedAt: "2026-03-03T08:00+08:00",
  opinionAt: "2026-03-13T08:00+08:00",
});

// biome-ignore format: one case is one line, so that the periods read as a table
const DUE: readonly (readonly [string, string, object, string])[] = [
  ["detention: three days, to the hour", "detention-arrest-request-late", held({ kind: "刑事拘留" }), "2026-03-05T10:00"],
  ["detention: seven days", "detention-arrest-request-late", held({ kind: "刑事拘留", extension: "延长至七日" }), "2026-03-09T10:00"],
  ["detention: thirty days", "detention-arrest-request-late", held({ kind: "刑事拘留", extension: "延长至三十日" }), "2026-04-01T10:00"],
  ["custody: two months", "investigation-custody-overrun", held({ kind: "逮捕" }), "2026-05-02T23:59"],
  ["custody: and one", "investigation-custody-overrun", held({ kind: "逮捕", extension: "延长至三个月" }), "2026-06-02T23:59"],
  ["custody: and two", "investigation-custody-overrun", held({ kind: "逮捕", extension: "延长至五个月" }), "2026-08-02T23:59"],
  ["custody: and two more", "investigation-custody-overrun", held({ kind: "逮捕", extension: "延长至七个月" }), "2026-10-02T23:59"],
  ["custody from 31 December, one month more", "investigation-custody-overrun", held({ kind: "逮捕", startedAt: "2025-12-31T10:00+08:00", extension: "延长至三个月" }), "2026-03-28T23:59"],
  ["custody anew from another crime", "investigation-custody-overrun", held({ kind: "逮捕", startedAt: "2026-01-02T10:00+08:00", newCrimeFoundAt: "2026-02-20T10:00+08:00" }), "2026-04-20T23:59"],
  ["custody from the day the identity was found", "investigation-custody-overrun", held({ kind: "逮捕", startedAt: "2026-01-02T10:00+08:00", identityUnknown: "是", identityFoundAt: "2026-02-01T10:00+08:00" }), "2026-04-01T23:59"],
  ["custody without the appraisal of the mind", "investigation-custody-overrun", held({ kind: "逮捕" }, { examinations: [appraisal("精神病鉴定")] }), "2026-05-12T23:59"],
  ["custody with the appraisal of an injury", "investigation-custody-overrun", held({ kind: "逮捕" }, { examinations: [appraisal("伤情鉴定")] }), "2026-05-02T23:59"],
  ["administrative seizure: thirty days", "administrative-seizure-overrun", thing({}), "2026-04-01T23:59"],
  ["administrative seizure: thirty more", "administrative-seizure-overrun", thing({ extended: "是" }), "2026-05-06T23:59"],
  ["administrative seizure without the appraisal", "administrative-seizure-overrun", thing({}, [appraisal("价格认定")]), "2026-04-11T23:59"],
  ["public order: thirty days", "public-order-case-overrun", filed({}), "2026-04-01T23:59"],
  ["public order: thirty more", "public-order-case-overrun", filed({ periodExtension: "延长一次" }), "2026-05-06T23:59"],
  ["public order: and thirty more", "public-order-case-overrun", filed({ periodExtension: "延长二次" }), "2026-05-31T23:59"],
  ["public order without an appraisal", "public-order-case-overrun", filed({}, [appraisal("伤情鉴定")]), "2026-04-11T23:59"],
  ["public order without a hearing", "public-order-case-overrun", filed({}, [], [{ id: "k1", hearingFrom: "2026-03-03", hearingUntil: "2026-03-09" }]), "2026-04-07T23:59"],
];

describe("a period of the catalogue", () => {
  test.each(DUE)("%s", (_, rule, given, due) => {
    expect(instantKey(found(rule, given, NOW).due!).slice(0, 16)).toBe(due);
  });

  test("names who may grant the next step", () => {
    const { extend } = found("investigation-custody-overrun", held({ kind: "逮捕" }), NOW);
    expect(extend?.map(({ to, approver }) => [to, approver])).toEqual([
      ["2 个月加 1 个月", expect.stringContaining("上一级人民检察院")],
      ["2 个月加 1 个月加 2 个月", expect.stringContaining("省级人民检察院")],
      ["2 个月加 1 个月加 2 个月加 2 个月", expect.stringContaining("省级人民检察院")],
    ]);
  });

  test("says by which step, restart and stop it was counted, and on what fact", () => {
    const facts = held(
      { kind: "逮捕", extension: "延长至三个月", newCrimeFoundAt: "2026-03-02T12:00+08:00" },
      { examinations: [appraisal("精神病鉴定")] },
    );
    const said = found("investigation-custody-overrun", facts, NOW).working.map(
      ({ step, note }) => `${step} ${note ?? ""}`,
    );
    expect(said[0]).toContain("发现另有重要罪行时间，起算 另有重要罪行，自发现之日起重新计算");
    expect(said.join("\n")).toContain("经上一级人民检察院（案情复杂）批准延长 延长情况 延长至三个月");
    expect(said.join("\n")).toContain(
      "精神病鉴定期间不计入 委托鉴定时间 3月3日 08:00，鉴定意见出具时间 3月13日 08:00",
    );
  });

  test("what was not read of extension, restart or stop never makes it over", () => {
    const LATE = "2026-12-01T09:00+08:00";
    const full = held({ kind: "逮捕" });
    expect(found("investigation-custody-overrun", full, LATE).verdict).toBe("breached");
    for (const field of ["extension", "newCrimeFoundAt", "identityUnknown"]) {
      const { [field]: _, ...rest } = full.measures[0] as Record<string, unknown>;
      // Even the longest period that may have been granted is over by December; the others have no end.
      const given = {
        ...full,
        measures: [field === "extension" ? { ...rest, startedAt: "2026-06-01T10:00+08:00" } : rest],
      };
      expect(found("investigation-custody-overrun", given, LATE), field).toMatchObject({
        verdict: "unknown",
        missing: [`measures/m1.${field}`],
      });
    }
    const { examinations: _, ...unread } = full;
    expect(found("investigation-custody-overrun", unread, LATE).missing).toEqual(["examinations"]);
  });
});
