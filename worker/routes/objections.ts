// Routes of objections: a supervisor sees those of the subtree, an officer the own ones; one answer each.
import { accepted, refused } from "../../shared/facts/errors.ts";
import type { Handlers } from "../handler.ts";
import { ofSubtree, stillOpen } from "./cases.ts";

const ANSWERERS: readonly string[] = ["legal", "leader", "admin"];

export const objectionRoutes = {
  objections: async (call) => {
    const { member } = call.caller;
    const mine = member.roles.some((role) => ANSWERERS.includes(role)) ? undefined : member.id;
    const all = await ofSubtree(call, (unit) => unit.objections(mine, call.query.state));
    return accepted({ objections: all.sort((a, b) => (a.at < b.at ? 1 : -1)) });
  },
  answerObjection: async (call) => {
    const { caller, directory, unit, param, body } = call;
    const wanted = param("unit");
    const below = await directory.subtree(caller.member.unit);
    if (!below.some(({ id }) => id === wanted))
      return refused("outside-unit", "这条异议不在本单位管辖范围内");
    const open = await stillOpen(call, wanted);
    if (!open.ok) return open;
    return unit(open.value).answerObjection(caller, param("id"), body);
  },
} satisfies Pick<Handlers, "objections" | "answerObjection">;
