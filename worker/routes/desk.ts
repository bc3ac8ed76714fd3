// Routes of the desk: a member's own in the unit they belong to, those of a whole subtree unit by unit.
import { accepted } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";
import { ofSubtree } from "./cases.ts";

/** Each rule once, as the first unit says that has it. */
const once = <T extends { readonly id: string }>(rules: readonly T[]): T[] => [
  ...new Map([...rules].reverse().map((rule) => [rule.id, rule])).values(),
];

export const deskRoutes = {
  desk: async (call) => {
    const { caller, query } = call;
    if (query.of !== "unit")
      return accepted(await call.unit(caller.member.unit).list("desk", caller, "mine"));
    const desks = await ofSubtree(call, async (unit) => [await unit.list("desk", caller, "unit")]);
    return accepted({
      cases: desks.flatMap(({ cases }) => cases),
      findings: desks.flatMap(({ findings }) => findings),
      unchecked: desks.flatMap(({ unchecked }) => unchecked),
      notes: desks.flatMap(({ notes }) => notes),
      day: desks.flatMap(({ day }) => day),
      rules: once(desks.flatMap(({ rules = [] }) => rules)),
      at: Math.max(...desks.map(({ at }) => at)),
    });
  },
  record: async ({ caller, unit }) => accepted(await unit(caller.member.unit).list("record", caller, "mine")),
  custody: async (call) => {
    const { caller, query } = call;
    if (query.of !== "unit")
      return accepted(await call.unit(caller.member.unit).list("custody", caller, "mine"));
    const lists = await ofSubtree(call, async (unit) => [await unit.list("custody", caller, "unit")]);
    return accepted({
      cases: lists.flatMap(({ cases }) => cases),
      measures: lists.flatMap(({ measures }) => measures),
      rules: once(lists.flatMap(({ rules = [] }) => rules)),
      at: Math.max(...lists.map(({ at }) => at)),
    });
  },
} satisfies Pick<Handlers, "desk" | "record" | "custody">;
