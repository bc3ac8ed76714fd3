// Routes of the numbers that climb the tree: a unit of the caller's subtree is asked, the org tree adds names and who is missing.
import type { RollupChild } from "../../shared/api/routes/rollup.ts";
import type { Unit } from "../../shared/api/shapes.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import { dayKey, parseDay } from "../../shared/time/civil.ts";
import type { DirectoryCalls } from "../directory/calls.ts";
import type { Handlers } from "../handler.ts";
import type { ChildNumbers } from "../unit/rollup/read.ts";

/** The longest span of one read (days). */
const LONGEST = 92;

function spanOf(query: { from: string; to: string }): Result<{ from: number; to: number }> {
  const [from, to] = [parseDay(query.from), parseDay(query.to)];
  if (from === undefined) return refused("bad-time", "起始日期不能识别", "from");
  if (to === undefined || to < from) return refused("bad-time", "结束日期不能早于起始日期", "to");
  return to - from < LONGEST
    ? accepted({ from, to })
    : refused("bad-value", `一次最多看 ${LONGEST} 天`, "to");
}

/** How many units stand below each: a list from the top down is gone through once, from its end. */
function countBelow(all: readonly Unit[]): ReadonlyMap<string, number> {
  const below = new Map<string, number>();
  for (const { id, parent } of [...all].reverse())
    if (parent !== null) below.set(parent, (below.get(parent) ?? 0) + 1 + (below.get(id) ?? 0));
  return below;
}

const NOTHING = { units: 0, silent: 0, oldest: null };

function childrenOf(all: readonly Unit[], top: string, told: readonly ChildNumbers[]): RollupChild[] {
  const known = new Map(told.map((child) => [child.unit, child]));
  const below = countBelow(all);
  const here = all
    .filter(({ parent }) => parent === top)
    .map(({ id, name, closedAt }): RollupChild => {
      const child = known.get(id);
      return {
        unit: id,
        unitName: name,
        elsewhere: false,
        closed: closedAt !== undefined,
        reportedAt: child?.reportedAt ?? null,
        silent: child?.silent ?? true,
        units: below.get(id) ?? 0,
        below: child?.below ?? NOTHING,
        counts: child?.counts ?? {},
      };
    });
  const elsewhere = told.flatMap(({ unit, name, ...child }): RollupChild[] =>
    name === null
      ? []
      : [{ ...child, unit, unitName: name, elsewhere: true, closed: false, units: child.below.units }],
  );
  return [...here, ...elsewhere];
}

/** The units from the top of a subtree down to one of it. */
function pathTo(all: readonly Unit[], unit: string): { unit: string; unitName: string }[] {
  const found = all.find(({ id }) => id === unit);
  if (found === undefined) return [];
  const above = found.parent === null ? [] : pathTo(all, found.parent);
  return [...above, { unit: found.id, unitName: found.name }];
}

const nameOf = async (directory: DirectoryCalls, unit: string): Promise<string | undefined> =>
  (await directory.subtree(unit))[0]?.name;

export const rollupRoutes = {
  rollup: async ({ caller, directory, unit, query }) => {
    const span = spanOf(query);
    if (!span.ok) return span;
    const all = await directory.subtree(caller.member.unit);
    const asked = all.find(({ id }) => id === (query.unit ?? caller.member.unit));
    if (asked === undefined) return refused("outside-unit", "该单位不在您的管辖范围内", "unit");
    const { children, days, ...numbers } = await unit(asked.id).rollup("numbers", span.value);
    return accepted({
      unit: asked.id,
      unitName: asked.name,
      path: pathTo(all, asked.id),
      from: query.from,
      to: query.to,
      at: Date.now(),
      ...numbers,
      days: days.map(({ day, counts }) => ({ day: dayKey(day), counts })),
      children: childrenOf(all, asked.id, children),
    });
  },
  addRollupChild: async ({ caller, directory, unit, body }) =>
    (await nameOf(directory, body.id)) === undefined
      ? unit(caller.member.unit).rollup("addChild", { caller, body })
      : refused("conflict", `单位代码 ${body.id} 是本平台自己的单位`, "id"),
  endRollupChild: async ({ caller, unit, param }) =>
    unit(caller.member.unit).rollup("endChild", { caller, child: param("id") }),
  joinRollupParent: async ({ caller, unit, body }) =>
    caller.above.length > 0
      ? refused("not-allowed", "本单位在本平台已有上级,只有最上级单位才能向外部上级上报")
      : unit(caller.member.unit).rollup("joinParent", { caller, body }),
  leaveRollupParent: async ({ caller, unit }) => unit(caller.member.unit).rollup("leaveParent", { caller }),
  enrolRollup: async ({ directory, unit, body }) => {
    const place = body.code.slice(0, body.code.lastIndexOf("."));
    // No object is opened for a name that the org tree does not have.
    const name = place === "" ? undefined : await nameOf(directory, place);
    return name === undefined
      ? refused("bad-code", "登记码不对、已经用过或者过期,请向上级要新的登记码", "code")
      : unit(place).rollup("enrol", { name, body });
  },
  reportRollup: async ({ directory, unit, body }) =>
    (await nameOf(directory, body.to)) === undefined
      ? refused("unknown-child", "本平台没有这个上级单位", "to")
      : unit(body.to).rollup("takeSigned", body),
} satisfies Pick<
  Handlers,
  | "rollup"
  | "addRollupChild"
  | "endRollupChild"
  | "joinRollupParent"
  | "leaveRollupParent"
  | "enrolRollup"
  | "reportRollup"
>;
