// Routes of data from other systems: what they send, the tables that people upload, the connections and their keys, the day's reconciliation.
import * as v from "valibot";
import { INTAKE_IDS } from "../../intake/kinds.ts";
import { route } from "../route.ts";
import { everyone, said, short } from "./bounds.ts";
import { RowProblem } from "./rows.ts";

/** Events of one batch, rows of one table. */
export const MOST_EVENTS = 500;

const cells = v.record(v.pipe(v.string(), v.maxLength(60)), v.unknown());

/** How many personal fields were left behind, by their label. */
const Dropped = v.record(v.string(), v.number());

/** A connection as the list shows it; the key is never told again. */
export const IntakeSource = v.strictObject({
  id: v.string(),
  kind: v.picklist(INTAKE_IDS),
  name: v.string(),
  unit: v.string(),
  unitName: v.string(),
  /** Platform under whose name its cases are kept. */
  platform: v.string(),
  /** Since when its silence tells that nothing happened (ms); null where it does not cover the whole unit. */
  whole: v.nullable(v.number()),
  /** Counts the keys: 1 the first. */
  generation: v.number(),
  madeAt: v.number(),
  byName: v.string(),
  /** Until when the key before is taken as well (ms). */
  graceUntil: v.nullable(v.number()),
  endedAt: v.nullable(v.number()),
});
export type IntakeSource = v.InferOutput<typeof IntakeSource>;

/** A key, told this once. */
const told = v.strictObject({ source: IntakeSource, key: v.string() });

/** One batch that was taken. */
export const IntakeLine = v.strictObject({
  unit: v.string(),
  at: v.number(),
  source: v.string(),
  name: v.string(),
  kind: v.picklist(INTAKE_IDS),
  way: v.picklist(["webhook", "table"]),
  events: v.number(),
  known: v.number(),
  dropped: v.number(),
  /** Place of its entry in the unit's ledger. */
  index: v.number(),
});
export type IntakeLine = v.InferOutput<typeof IntakeLine>;

/** One call of the day and whether a case stands against it. */
export const DayIncident = v.strictObject({
  unit: v.string(),
  caseKey: v.string(),
  number: v.string(),
  receivedAt: v.number(),
  /** 报警方式 as it was read; "" where it was not. */
  way: v.string(),
  what: v.string(),
  /** `open`: no case yet; `late`: none and the time is over; `unchecked`: it could not be told; `filed`: has its case; `other`: needs none. */
  state: v.picklist(["late", "open", "unchecked", "filed", "other"]),
});
export type DayIncident = v.InferOutput<typeof DayIncident>;

export const intakeRoutes = {
  takeIntake: route({
    method: "POST",
    path: "/v1/intake/:source",
    roles: "anyone",
    signed: true,
    say: "外部系统推送一批事件:HMAC-SHA-256 签名,按事件编号幂等,一批里有一条不对就整批不收",
    /** For senders that cannot set the headers `x-timestamp` and `x-signature`. */
    query: v.strictObject({
      timestamp: v.optional(v.pipe(v.string(), v.maxLength(20))),
      signature: v.optional(v.pipe(v.string(), v.maxLength(80))),
    }),
    body: v.strictObject({
      events: v.pipe(v.array(cells), v.minLength(1), v.maxLength(MOST_EVENTS)),
    }),
    reply: v.strictObject({
      /** Events that were new, and events that had been taken before. */
      taken: v.number(),
      known: v.number(),
      dropped: Dropped,
      /** The entry of the batch in the ledger of each unit that it concerned. */
      entries: v.array(v.strictObject({ unit: v.string(), index: v.number() })),
    }),
  }),
  importIntake: route({
    method: "POST",
    path: "/v1/import/intake",
    roles: ["admin", "legal", "leader"],
    say: "从表格导入外部系统的数据;check 为真只检查,有一行不对就一行也不写",
    body: v.strictObject({
      kind: v.picklist(INTAKE_IDS),
      check: v.boolean(),
      rows: v.pipe(v.array(cells), v.minLength(1), v.maxLength(MOST_EVENTS)),
    }),
    reply: v.strictObject({
      problems: v.array(RowProblem),
      made: v.number(),
      /** Rows that had been imported before, word for word. */
      known: v.number(),
      dropped: Dropped,
    }),
  }),
  intakeSources: route({
    method: "GET",
    path: "/v1/intake-sources",
    roles: ["admin", "leader", "auditor"],
    say: "本单位及下级的外部系统接入,不含密钥",
    reply: v.strictObject({ sources: v.array(IntakeSource) }),
  }),
  createIntakeSource: route({
    method: "POST",
    path: "/v1/intake-sources",
    roles: ["admin"],
    say: "新建一个外部系统接入;密钥只显示这一次",
    body: v.strictObject({
      kind: v.picklist(INTAKE_IDS),
      name: short,
      unit: short,
      platform: v.optional(short),
      whole: v.boolean(),
    }),
    reply: told,
  }),
  rotateIntakeKey: route({
    method: "POST",
    path: "/v1/intake-sources/:id/rotate",
    roles: ["admin"],
    say: "换一个接入的密钥;旧密钥再用一天,或者立即失效",
    body: v.strictObject({ atOnce: v.boolean() }),
    reply: told,
  }),
  endIntakeSource: route({
    method: "POST",
    path: "/v1/intake-sources/:id/end",
    roles: ["admin"],
    say: "停用一个接入;密钥立即失效,已收的数据不变",
    body: v.strictObject({ said }),
    reply: v.strictObject({ source: IntakeSource }),
  }),
  intakeLog: route({
    method: "GET",
    path: "/v1/intake-log",
    roles: ["admin", "leader", "auditor", "legal"],
    say: "本单位及下级最近收到的批次",
    reply: v.strictObject({ lines: v.array(IntakeLine) }),
  }),
  intakeDay: route({
    method: "GET",
    path: "/v1/intake-day",
    roles: everyone,
    say: "一天的警情与受案对账:各渠道的警情、有没有对应案件",
    query: v.strictObject({ day: v.pipe(v.string(), v.isoDate()) }),
    reply: v.strictObject({
      incidents: v.array(DayIncident),
      /** Acceptances of the day that name no call. */
      casesAlone: v.number(),
      /** More than are listed. */
      more: v.number(),
    }),
  }),
} as const;
