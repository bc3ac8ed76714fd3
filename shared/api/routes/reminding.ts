// Routes of reminding: signing a reminder, how a unit reminds, leave cover, sending again what is parked, the unit's health.
import * as v from "valibot";
import { Reminding } from "../../supervision/reminding.ts";
import { route } from "../route.ts";
import { Reminder } from "../shapes.ts";
import { everyone, short, writers } from "./bounds.ts";
import { Queue } from "./outgoing.ts";

const ms = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Cover = v.strictObject({
  id: v.string(),
  /** Who is away. */
  member: v.string(),
  memberName: v.string(),
  /** Who is reminded as well. */
  cover: v.string(),
  coverName: v.string(),
  /** From this instant on (ms). */
  since: v.number(),
  /** Until before this instant (ms). */
  until: v.number(),
});
export type Cover = v.InferOutput<typeof Cover>;

/** How one unit's object stands. */
export const UnitHealth = v.strictObject({
  unit: v.string(),
  unitName: v.string(),
  /** False when the object could not be asked, or its ledger is damaged; `say` tells why. */
  ok: v.boolean(),
  say: v.optional(v.string()),
  entries: v.number(),
  judging: v.strictObject({
    revision: v.number(),
    cases: v.number(),
    /** Cases that the pack in force has still to judge. */
    left: v.number(),
    /** When the pack in force was taken (ms). */
    since: v.nullable(v.number()),
  }),
  alarm: v.strictObject({
    /** When it rings next (ms). */
    next: v.nullable(v.number()),
    /** By how much the next deadline is late now (ms). */
    late: v.number(),
    /** Of the last seven days: rings, the worst and the mean lateness (ms). */
    rings: v.number(),
    worst: v.number(),
    mean: v.number(),
  }),
  outbox: v.strictObject({ queues: v.array(Queue), lastError: v.nullable(v.string()) }),
  devices: v.strictObject({
    /** Seen within seven days. */
    seen: v.number(),
    /** By the revision that they judge by, the newest first. */
    packs: v.array(v.strictObject({ revision: v.number(), devices: v.number() })),
    /** The largest difference between a device's clock and the server's (ms), and how many differ by more than a minute. */
    worstSkew: v.number(),
    skewed: v.number(),
  }),
  /** Entries that devices have numbered and the unit has not got: missing for now or lost. */
  blind: v.optional(v.number()),
});
export type UnitHealth = v.InferOutput<typeof UnitHealth>;

export const remindingRoutes = {
  signReminder: route({
    method: "POST",
    path: "/v1/cases/:key/reminders/:id/sign",
    roles: writers,
    say: "签收一条提醒;记入台账,不再上报",
    body: v.strictObject({}),
    reply: v.strictObject({ reminder: Reminder }),
  }),
  reminding: route({
    method: "GET",
    path: "/v1/reminding",
    roles: everyone,
    say: "本单位怎样提醒:免打扰时段、每日条数、短信起点、上报宽限",
    reply: v.strictObject({ reminding: Reminding }),
  }),
  setReminding: route({
    method: "POST",
    path: "/v1/reminding",
    roles: ["leader", "admin"],
    say: "设置本单位怎样提醒;记入台账",
    body: v.strictObject({ reminding: Reminding }),
    reply: v.strictObject({ reminding: Reminding }),
  }),
  covers: route({
    method: "GET",
    path: "/v1/covers",
    roles: everyone,
    say: "本单位现有和将来的代办,以及可以代办的同事",
    reply: v.strictObject({
      covers: v.array(Cover),
      colleagues: v.array(v.strictObject({ id: v.string(), name: v.string() })),
    }),
  }),
  setCover: route({
    method: "POST",
    path: "/v1/covers",
    roles: writers,
    say: "登记请假代办:某段时间的提醒同时发给代办人;本人、领导或者管理员可以登记",
    body: v.strictObject({ member: v.optional(short), cover: short, since: ms, until: ms }),
    reply: v.strictObject({ cover: Cover }),
  }),
  endCover: route({
    method: "POST",
    path: "/v1/covers/:id/end",
    roles: writers,
    say: "提前结束代办",
    body: v.strictObject({}),
    reply: v.strictObject({ ok: v.literal(true) }),
  }),
  retryOutbox: route({
    method: "POST",
    path: "/v1/outbox/retry",
    roles: ["leader", "admin"],
    say: "把搁置的消息重新发送",
    body: v.strictObject({}),
    reply: v.strictObject({ again: v.number() }),
  }),
  unitHealth: route({
    method: "GET",
    path: "/v1/units/health",
    roles: ["leader", "admin", "auditor"],
    say: "本单位和直接下级单位的运行情况:重判进度、闹钟迟到、发送队列、终端规则包版本和时钟偏差",
    reply: v.strictObject({ units: v.array(UnitHealth), at: v.number() }),
  }),
} as const;
