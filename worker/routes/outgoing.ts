// Routes of what goes out: reminders, the state of the outbox, tickets for the push socket.
import type { Reply } from "../../shared/api/contract.ts";
import type { Reminder } from "../../shared/api/shapes.ts";
import { accepted } from "../../shared/facts/errors.ts";
import { isFor } from "../../shared/supervision/reminding.ts";
import type { Handlers } from "../handler.ts";
import type { UnitCalls } from "../unit/calls.ts";
import { ofSubtree } from "./cases.ts";

const listOf = (unit: UnitCalls): Promise<Reply<"reminders">["reminders"]> => unit.reminders();

export const outgoingRoutes = {
  reminders: async (call) => {
    const { member } = call.caller;
    const marked = (found: readonly Reminder[]) =>
      found.map((one) => ({ ...one, mine: isFor(one, member) })).sort((a, b) => b.at - a.at);
    if (call.query.of !== "mine") return accepted({ reminders: marked(await ofSubtree(call, listOf)) });
    // A reminder climbs one unit at most: what is farther below is for nobody here.
    const units = (await call.directory.subtree(member.unit)).filter(
      ({ id, parent }) => id === member.unit || (parent === member.unit && member.roles.includes("leader")),
    );
    const lists = await Promise.all(units.map(({ id }) => listOf(call.unit(id))));
    return accepted({ reminders: marked(lists.flat()).filter(({ mine }) => mine) });
  },
  outbox: async ({ caller, unit }) => accepted(await unit(caller.member.unit).outbox()),
  socketTicket: async ({ caller, directory }) =>
    accepted({ ticket: await directory.makeTicket(caller.member) }),
} satisfies Pick<Handlers, "reminders" | "outbox" | "socketTicket">;
