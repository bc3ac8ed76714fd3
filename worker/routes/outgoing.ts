// Routes of what goes out: reminders, the state of the outbox, tickets for the push socket.
import { accepted } from "../../shared/facts/errors.ts";
import { isFor } from "../../shared/supervision/reminding.ts";
import type { Handlers } from "../handler.ts";
import { ofSubtree } from "./cases.ts";

export const outgoingRoutes = {
  reminders: async (call) => {
    const reminders = await ofSubtree(call, (unit) => unit.reminders());
    const mine = reminders.map((one) => ({ ...one, mine: isFor(one, call.caller.member) }));
    return accepted({ reminders: mine.sort((a, b) => b.at - a.at) });
  },
  outbox: async ({ caller, unit }) => accepted(await unit(caller.member.unit).outbox()),
  socketTicket: async ({ caller, directory }) =>
    accepted({ ticket: await directory.makeTicket(caller.member.id) }),
} satisfies Pick<Handlers, "reminders" | "outbox" | "socketTicket">;
