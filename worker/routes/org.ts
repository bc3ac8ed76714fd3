// Routes of the org tree: units within the caller's part of it; every act is an entry of the unit that it concerns.
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Call, Handlers } from "../handler.ts";

type UnitAct = "createUnit" | "renameUnit" | "moveUnit" | "closeUnit" | "reopenUnit";

/** Puts what was done to a unit on record in its ledger and in that of the unit of whoever did it. */
async function onRecord(
  { unit, caller }: Pick<Call<UnitAct>, "unit" | "caller">,
  id: string,
  kind: string,
  body: Readonly<Record<string, unknown>>,
  said?: string,
): Promise<void> {
  const entry = { caller, kind, body: { unit: id, ...body }, ...(said === undefined ? {} : { said }) };
  for (const place of new Set([id, caller.member.unit])) await unit(place).org("record", entry);
}

async function recorded<T>(
  call: Pick<Call<UnitAct>, "unit" | "caller">,
  done: Result<T>,
  id: string,
  kind: string,
  body: Readonly<Record<string, unknown>> = {},
  said?: string,
): Promise<Result<T>> {
  if (done.ok) await onRecord(call, id, kind, body, said);
  return done;
}

export const orgRoutes = {
  units: async ({ directory, caller }) =>
    accepted({ units: [...(await directory.subtree(caller.member.unit))] }),
  createUnit: async (call) => {
    const { caller, body } = call;
    const { id, parent, level } = body;
    return recorded(call, await call.directory.createUnit(caller, body), id, "unit-created", {
      parent,
      level,
    });
  },
  renameUnit: async (call) => {
    const id = call.param("id");
    return recorded(call, await call.directory.renameUnit(call.caller, id, call.body), id, "unit-renamed");
  },
  moveUnit: async (call) => {
    const { caller, directory, body, unit } = call;
    const id = call.param("id");
    const moved = await directory.moveUnit(caller, id, body);
    if (!moved.ok) return moved;
    await onRecord(call, id, "unit-moved", { parent: body.parent }, body.said);
    // Those who were above hear nothing more of it, from now on and not only from its next entry on.
    for (const below of await directory.subtree(id))
      await unit(below.id).org("placed", { above: await directory.above(below.id) });
    return moved;
  },
  closeUnit: async (call) => {
    const id = call.param("id");
    const done = await call.directory.closeUnit(call.caller, id);
    return recorded(call, done, id, "unit-closed", {}, call.body.said);
  },
  reopenUnit: async (call) => {
    const id = call.param("id");
    const done = await call.directory.reopenUnit(call.caller, id);
    return recorded(call, done, id, "unit-reopened", {}, call.body.said);
  },
  importUnits: async (call) => {
    const { caller, directory, body, unit } = call;
    const done = await directory.importUnits(caller, body);
    if (!done.ok) return done;
    const { problems, made } = done.value;
    if (!body.check && problems.length > 0)
      return refused("bad-rows", `${problems.length} 处不对,一行也没有写入;先检查再导入`, "rows");
    if (made > 0)
      await unit(caller.member.unit).org("record", { caller, kind: "units-imported", body: { made } });
    return done;
  },
} satisfies Pick<Handlers, UnitAct | "units" | "importUnits">;
