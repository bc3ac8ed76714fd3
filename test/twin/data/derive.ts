// Derives the registers of a case from what is recorded elsewhere in it: papers, films, stays, dossier.
import type { Case, Person } from "../model.ts";
import type { Dossier, Film, Paper, Stay } from "../model-registers.ts";
import { after, hours } from "./stamp.ts";

type Told = Pick<Case, "no" | "kind" | "status" | "lead" | "filing" | "measures" | "interviews" | "property">;

const NAMES: Readonly<Record<string, string>> = {
  传唤: "传唤证",
  拘传: "拘传证",
  刑事拘留: "拘留证",
  取保候审: "取保候审决定书",
  监视居住: "监视居住决定书",
  逮捕: "逮捕证",
  行政拘留: "行政处罚决定书",
};

const numbered = <T>(prefix: string, lines: readonly T[]): (T & { id: string })[] =>
  lines.map((each, index) => ({ id: `${prefix}${index + 1}`, ...each }));

/** The papers that were made, each with its service. */
export function papers(of: Told): Paper[] {
  const f = of.filing;
  const paper = (kind: string, docNo: string, madeAt: string, person: string, servedAt: string) => ({
    kind,
    docNo,
    madeAt,
    person,
    servedAt,
    way: servedAt === "" ? "" : "直接送达",
    receiver: servedAt === "" ? "" : person,
    signed: servedAt === "" ? ("" as const) : ("是" as const),
  });
  const year = f.acceptedAt.slice(0, 4);
  const serial = of.no.slice(-4);
  return numbered("w", [
    ...(f.receiptAt === "" ? [] : [paper("受案回执", f.receiptNo, f.acceptedAt, f.reporter, f.receiptAt)]),
    ...(of.kind === "刑事案件" && f.filedAt !== ""
      ? [paper("立案决定书", `星北公(刑)立字〔${year}〕${serial}号`, f.filedAt, "", "")]
      : []),
    ...(f.rejectedAt === ""
      ? []
      : [
          paper(
            "不予立案通知书",
            `星北公(刑)不立字〔${year}〕${serial}号`,
            f.rejectedAt,
            f.reporter,
            f.rejectNoticeAt,
          ),
        ]),
    ...of.measures.map((each) =>
      paper(NAMES[each.kind] ?? "决定书", each.docNo, each.decidedAt, each.person, each.startedAt),
    ),
    ...of.property.map((each) =>
      paper("扣押清单", each.listNo, each.seizedAt, each.holder, each.listGivenAt),
    ),
  ]);
}

/** The recordings of the interviews that were recorded. */
export const films = (of: Told): Film[] =>
  numbered(
    "y",
    of.interviews
      .filter((each) => each.recorded === "是" && each.endAt !== "")
      .map((each, index) => ({
        code: `YSP${of.no.slice(-10)}${index + 1}`,
        of: each.type,
        startAt: each.startAt,
        endAt: each.endAt,
        operator: each.recorder.slice(0, each.recorder.indexOf(" ")),
        device: each.placeKind === "办案区" ? "办案区固定设备" : "执法记录仪 LQ-07",
        whole: "是" as const,
        storedAt: hours(each.endAt, 1),
      })),
  );

/** Who was in the station's secured area, from arrival to leaving. */
export const stays = (of: Told): Stay[] =>
  numbered(
    "c",
    of.interviews
      .filter((each) => each.arrivedAt !== "")
      .map((each) => ({
        person: each.name,
        venue: "柳桥派出所办案区",
        room: each.place.slice(each.place.indexOf(" ") + 1),
        reason: each.arriveBy === "口头传唤" ? "传唤" : each.arriveBy,
        enteredAt: after(each.arrivedAt, 3),
        escort: of.lead,
        checkedAt: after(each.arrivedAt, 8),
        injury: "无",
        belongingsAt: after(each.arrivedAt, 15),
        guards: "郑浩",
        monitored: "是" as const,
        leftAt: each.leftAt,
      })),
  );

/** The dossier: filed away once the case is done. */
export function dossier(of: Told, closedAt: string): Dossier {
  const done = closedAt !== "";
  return {
    code: `J${of.no.slice(1)}`,
    volumes: of.kind === "刑事案件" ? "2" : "1",
    madeAt: of.filing.acceptedAt,
    madeBy: of.lead,
    missing: "",
    lentAt: "",
    archivedAt: done ? hours(closedAt, 48) : "",
    state: done ? "已归档" : of.status === "移送审查起诉" ? "已移送" : "在办",
  };
}

/** The same people with their age in full years at that time; the young go to school, the old have retired. */
export const aged = (people: readonly Person[], at: string): Person[] =>
  people.map((each) => {
    const years = Number(at.slice(0, 4)) - Number(each.birth.slice(0, 4));
    const age = at.slice(5, 10) < each.birth.slice(5) ? years - 1 : years;
    const work = age < 18 ? "学生" : age >= 60 ? "退休" : each.work;
    return { ...each, age: String(age), work };
  });
