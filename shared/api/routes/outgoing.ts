// Routes of what goes out: reminders, the outbox, tickets for the push socket.
import * as v from "valibot";
import { route } from "../route.ts";
import { Reminder } from "../shapes.ts";
import { everyone } from "./bounds.ts";

export const outgoingRoutes = {
  reminders: route({
    method: "GET",
    path: "/v1/reminders",
    roles: everyone,
    say: "本单位的提醒及其送达情况",
    reply: v.strictObject({ reminders: v.array(Reminder) }),
  }),
  socketTicket: route({
    method: "POST",
    path: "/v1/socket-ticket",
    roles: everyone,
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
    }),
  }),
} as const;
