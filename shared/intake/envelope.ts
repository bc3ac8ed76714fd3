// What every event says beside the fields of its element: its number, its time, its act, and by which number it is filed.
import type { IntakeKind } from "./kind.ts";

export type EnvelopeKey = "id" | "at" | "act" | "unit" | "caseNumber" | "incidentNumber" | "key";

/** The names of an envelope's keys in tables and in events. */
export const ENVELOPE: Readonly<Record<EnvelopeKey, readonly string[]>> = {
  id: ["事件编号", "消息编号"],
  at: ["事件时间", "发生时间", "时间"],
  act: ["动作", "事件类型", "操作"],
  unit: ["单位", "单位代码"],
  caseNumber: ["案件编号", "案号", "受案编号"],
  incidentNumber: ["警情编号", "接警单编号"],
  key: ["入区编号", "登记编号"],
};

/** The keys of a kind's envelope in the order of the table's columns; the event's own number is of messages alone. */
export const envelopeOf = (kind: IntakeKind): readonly EnvelopeKey[] => [
  ...kind.ties.flatMap((tie) => (tie === "own" ? [] : [tie])),
  ...(kind.identity === "key" ? (["key"] as const) : []),
  ...(kind.acts.length > 0 ? (["act"] as const) : []),
  "at",
  "unit",
];
