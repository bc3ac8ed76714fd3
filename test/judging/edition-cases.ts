// The differences between the public order law of 2012 and that of 2025 as cases: facts by day, and what each law says.
import type { Finding } from "../../shared/rules/finding.ts";

export const T = "T09:00+08:00";
export const PUBLIC = { category: "行政", adminKind: "治安", cause: "殴打他人" };
/** One penalty of a public order case, decided on a day. */
export const penalty = (cells: object) => (day: string) => ({
  case: PUBLIC,
  penalties: [{ id: "k1", decidedAt: `${day}${T}`, ...cells }],
});
export const inquiry =
  (cells: object, more: object = {}) =>
  (day: string) => ({
    case: PUBLIC,
    interviews: [
      {
        id: "b1",
        kind: "询问",
        subjectRole: "违法嫌疑人",
        arriveWay: "书面传唤",
        arrivedAt: `${day}T08:00+08:00`,
        startedAt: `${day}T08:30+08:00`,
        endedAt: `${day}T10:00+08:00`,
        placeKind: "执法办案场所",
        recorded: "是",
        recorder: [],
        ...cells,
      },
    ],
    ...more,
  });
export const examination = (cells: object) => (day: string) => ({
  case: PUBLIC,
  examinations: [
    {
      id: "x1",
      startedAt: `${day}${T}`,
      endedAt: `${day}T10:00+08:00`,
      inVenue: "是",
      recorded: "是",
      ...cells,
    },
  ],
});

export type Case = readonly [string, string, (day: string) => object, Finding["verdict"], Finding["verdict"]];

// biome-ignore format: one case is one line, so that the differences read as a table
export const CASES: readonly Case[] = [
  ["hearing from 4,000 instead of 2,000: 3,000", "hearing-right-untold", penalty({ kind: "罚款", fine: 3000, hearingToldAt: null }), "breached", "moot"],
  ["hearing from 4,000, inclusive", "hearing-right-untold", penalty({ kind: "罚款", fine: 4000, hearingToldAt: null }), "breached", "breached"],
  ["hearing before a business is stopped", "hearing-right-untold", penalty({ kind: "责令停业", fine: null, hearingToldAt: null }), "moot", "breached"],
  ["on the spot up to 500 instead of 200", "onspot-penalty-over-limit", penalty({ simple: "是", kind: "罚款", fine: 500, party: "个人" }), "breached", "met"],
  ["on the spot, more than 500", "onspot-penalty-over-limit", penalty({ simple: "是", kind: "罚款", fine: 501, party: "个人" }), "breached", "breached"],
  ["collected on the spot up to 200 instead of 50", "onspot-collection-unlawful", (day) => ({ case: PUBLIC, penalties: [ { id: "k1", fine: 200, collectedAt: `${day}${T}`, collectGround: "小额无异议", simple: "是" }] }), "breached", "met"],
  ["a station decides up to 1,000 instead of 500", "station-power-exceeded", penalty({ kind: "罚款", fine: 1000, approvedBy: "派出所" }), "breached", "met"],
  ["a station, more than 1,000", "station-power-exceeded", penalty({ kind: "罚款", fine: 1001, approvedBy: "派出所" }), "breached", "breached"],
  ["one officer in a case-handling area, recorded", "interview-single-officer", inquiry({ askers: ["周岩"] }), "breached", "met"],
  ["one officer, not recorded", "interview-single-officer", inquiry({ askers: ["周岩"], recorded: "否" }), "breached", "breached"],
  ["one officer counted, in a case-handling area", "officer-count-short", inquiry({ askers: ["周岩", "郑浩"], askerPoliceCount: 1 }), "breached", "met"],
  ["one officer at an identification", "identification-single-officer", examination({ kind: "辨认", officers: ["周岩"] }), "breached", "met"],
  ["twelve hours for many or unknown persons: eleven", "inquiry-overrun", (day) => inquiry({ leftAt: `${day}T19:00+08:00`, extensionApproved: "是", manyOrUnknown: "是", complexCase: "否", mayDetain: "否" })(day), "breached", "met"],
  ["the ground of twelve hours", "inquiry-extension-groundless", inquiry({ extensionApproved: "是", complexCase: "否", mayDetain: "否", manyOrUnknown: "是" }), "breached", "met"],
  ["a physician may examine a woman", "woman-examined-by-man", examination({ kind: "人身检查", subjectSex: "女", bodyExaminer: "医师" }), "breached", "met"],
  ["a physician may check a woman at entry", "woman-checked-by-man", (day) => ({ case: PUBLIC, venues: [{ id: "v1", sex: "女", checkedAt: `${day}${T}`, checker: "医师" }] }), "breached", "met"],
  ["a place checked at once wants a recording", "place-checked-without-warrant", (day) => ({ ...examination({ kind: "场所检查", placeKind: "经营场所", warrantShown: "否", urgent: "是" })(day), recordings: [] }), "met", "breached"],
  ["a ban of six months", "ban-term-wrong", penalty({ banMonths: 6 }), "breached", "met"],
  ["a seizure on the spot wants a recording", "onspot-seizure-unrecorded", (day) => ({ case: PUBLIC, property: [ { id: "p1", name: "手机", action: "扣押", circumstance: "当场扣押", seizedAt: `${day}${T}`, recorded: "否" }], recordings: [] }), "moot", "breached"],
  ["one officer seizes in a case-handling area, recorded", "seizure-single-officer", (day) => ({ case: PUBLIC, property: [ { id: "p1", name: "手机", action: "扣押", seizedAt: `${day}${T}`, seizedBy: ["周岩"], inVenue: "是", recorded: "是" }] }), "breached", "moot"],
  ["a grave breach of a minor may be detained", "barred-detention-executed", penalty({ kind: "行政拘留", ageGroup: "十四至十六周岁", firstTime: "是", nursing: "否", graveBreach: "是", sentAt: "2026-03-02T09:00+08:00" }), "breached", "met"],
  ["but never a nursing woman", "barred-detention-executed", penalty({ kind: "行政拘留", ageGroup: "十八至七十周岁", firstTime: "是", nursing: "是", graveBreach: "是", sentAt: "2026-03-02T09:00+08:00" }), "breached", "breached"],
  ["a public order case is filed at once", "public-order-filing-late", (day) => ({ case: { ...PUBLIC, acceptWay: "报案", acceptedAt: `${day}${T}`, filedAt: null, notFiledAt: null, transferredAt: null } }), "moot", "breached"],
  ["a guardian at seventeen, by the ministry's rule before 2026", "minor-without-guardian", inquiry({ minor: "是", guardianPresent: "否", guardianName: null }), "breached", "breached"]];
