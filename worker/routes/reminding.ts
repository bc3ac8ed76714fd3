// Routes of reminding, over the unit that keeps the case or is the caller's own.
import { accepted, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import { lostText } from "../compared.ts";
import type { DirectoryCalls } from "../directory/calls.ts";
import type { Handlers } from "../handler.ts";
import { logError } from "../log.ts";
import { mayCoverFor } from "../unit/covers.ts";
import type { Health } from "../unit/health.ts";
import { openHomeOf, ownUnitOpen } from "./cases.ts";

/** The members of the caller's own unit. */
const colleagues = async (directory: DirectoryCalls, caller: Caller) =>
  (await directory.members(caller)).members.filter(({ unit }) => unit === caller.member.unit);

/** An object that cannot be asked is told as such; the others are told all the same. */
const silent = (unit: string, say = "这个单位的台账没有答复"): Health => ({
  unit,
  ok: false,
  say,
  entries: 0,
  judging: { revision: 0, cases: 0, left: 0, since: null },
  alarm: { next: null, late: 0, rings: 0, worst: 0, mean: 0 },
  outbox: { queues: [], lastError: null },
  devices: { seen: 0, packs: [], worstSkew: 0, skewed: 0 },
});

export const remindingRoutes = {
  signReminder: async (call) => {
    const home = await openHomeOf(call);
    if (!home.ok) return home;
    const sign = { caseKey: call.param("key"), id: call.param("id") };
    return home.value.remind("sign", call.caller, sign);
  },
  reminding: async ({ caller, unit }) =>
    accepted({ reminding: await unit(caller.member.unit).state("reminding") }),
  setReminding: async ({ caller, unit, body }) => {
    const open = ownUnitOpen(caller);
    return open.ok ? unit(open.value).remind("setReminding", caller, body.reminding) : open;
  },
  covers: async ({ caller, unit, directory }) => {
    const covers = await unit(caller.member.unit).state("covers");
    const people = await colleagues(directory, caller);
    return accepted({ covers, colleagues: people.map(({ id, name }) => ({ id, name })) });
  },
  setCover: async ({ caller, unit, directory, body }) => {
    const open = ownUnitOpen(caller);
    if (!open.ok) return open;
    const people = await colleagues(directory, caller);
    const away = people.find(({ id }) => id === (body.member ?? caller.member.id));
    const cover = people.find(({ id }) => id === body.cover);
    if (away === undefined) return refused("outside-unit", "请假的人不在本单位", "member");
    if (cover === undefined) return refused("outside-unit", "代办人不在本单位", "cover");
    if (cover.id === away.id) return refused("bad-value", "代办人不能是本人", "cover");
    if (!mayCoverFor(caller, away.id)) return refused("not-allowed", "只能登记自己的代办");
    const { since, until } = body;
    return unit(open.value).remind("setCover", caller, {
      away: { id: away.id, name: away.name },
      cover: { id: cover.id, name: cover.name },
      when: { since, until },
    });
  },
  endCover: async ({ caller, unit, param }) => {
    const open = ownUnitOpen(caller);
    return open.ok ? unit(open.value).remind("endCover", caller, param("id")) : open;
  },
  retryOutbox: ({ caller, unit }) => unit(caller.member.unit).remind("retry", caller, null),
  unitHealth: async ({ caller, unit, directory }) => {
    const own = caller.member.unit;
    const units = (await directory.subtree(own)).filter(({ id, parent }) => id === own || parent === own);
    const asked = units.map(async ({ id, name }) => {
      try {
        return { ...(await unit(id).state("health")), unitName: name };
      } catch (error) {
        logError("unit-silent", error, { unit: id });
        return { ...silent(id, error instanceof Error ? lostText(error) : undefined), unitName: name };
      }
    });
    return accepted({ units: await Promise.all(asked), at: Date.now() });
  },
} satisfies Pick<
  Handlers,
  | "signReminder"
  | "reminding"
  | "setReminding"
  | "covers"
  | "setCover"
  | "endCover"
  | "retryOutbox"
  | "unitHealth"
>;
