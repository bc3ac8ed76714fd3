// Routes of what goes out: reminders, the outbox, tickets for the push socket.
import * as v from "valibot";
import { route } from "../route.ts";
import { Reminder } from "../shapes.ts";
import { anyRole, everyone } from "./bounds.ts";

/** How sending of one kind stands. */
export const Queue = v.strictObject({
  kind: v.string(),
  waiting: v.number(),
  sent: v.number(),
  parked: v.number(),
  /** Mended or answered before it went out. */
  lapsed: v.number(),
  /** When the oldest that has not arrived was made (ms). */
  oldest: v.nullable(v.number()),
});

export const outgoingRoutes = {
  reminders: route({
    method: "GET",
    path: "/v1/reminders",
    roles: everyone,
    say: "本单位的提醒及其送达情况",
    /** `mine`: only those for the caller, by name or by the tier they have climbed to, from this unit and those right below. */
    query: v.strictObject({ of: v.optional(v.picklist(["mine"])) }),
    reply: v.strictObject({ reminders: v.array(Reminder) }),
  }),
  socketTicket: route({
    method: "POST",
    path: "/v1/socket-ticket",
    roles: anyRole,
    say: "领取一次性推送票据",
    body: v.strictObject({}),
    reply: v.strictObject({ ticket: v.string() }),
  }),
  outbox: route({
    method: "GET",
    path: "/v1/outbox",
    roles: ["admin", "leader", "auditor"],
    say: "短信网关等对外发送的情况",
    reply: v.strictObject({
      waiting: v.number(),
      sent: v.number(),
      parked: v.number(),
      lastError: v.nullable(v.string()),
      queues: v.optional(v.array(Queue)),
    }),
  }),
} as const;
