// Routes of cases: the browser's batches, what is known of a case, its ledger.
import type { Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import type { Call, Handlers } from "../handler.ts";
import type { UnitCalls } from "../unit/calls.ts";

/** The object that keeps the case named in the path, when the caller's unit may see it. */
export async function homeOf(call: Call<"caseView" | "ledger">): Promise<Result<UnitCalls>> {
  const home = await call.directory.homeOf(call.caller.member.unit, call.param("key"));
  return home.ok ? accepted(call.unit(home.value)) : home;
}

/** The unit again, for a new entry: one that has been closed takes none. */
export const stillOpen = async (
  { directory }: Pick<Call<"cases">, "directory">,
  unit: string,
): Promise<Result<string>> =>
  (await directory.isClosed(unit))
    ? refused("unit-closed", "保管这项记录的单位已经撤销,不再接收新记录")
    : accepted(unit);

/** The object that keeps the case named in the path, for a new entry. */
export async function openHomeOf(
  call: Call<"createNote" | "replyNote" | "closeNote" | "signReminder">,
): Promise<Result<UnitCalls>> {
  const home = await call.directory.homeOf(call.caller.member.unit, call.param("key"));
  const open = home.ok ? await stillOpen(call, home.value) : home;
  return open.ok ? accepted(call.unit(open.value)) : open;
}

/** Refuses whoever belongs to a unit that has been closed. */
export const ownUnitOpen = ({ closed, member }: Caller): Result<string> =>
  closed === true
    ? refused("unit-closed", `${member.unitName}已经撤销,不再接收新记录`)
    : accepted(member.unit);

/** What every unit of the caller's subtree answers, one after another in groups. */
export async function ofSubtree<T>(
  call: Pick<Call<"cases">, "directory" | "caller" | "unit">,
  ask: (unit: UnitCalls) => Promise<readonly T[]>,
): Promise<T[]> {
  const units = await call.directory.subtree(call.caller.member.unit);
  const all: T[] = [];
  for (let i = 0; i < units.length; i += 16) {
    const answers = await Promise.all(units.slice(i, i + 16).map(({ id }) => ask(call.unit(id))));
    all.push(...answers.flat());
  }
  return all;
}

/** Entries are numbered per device, or per member on a device that several people use. */
const isOwnDevice = ({ device, member }: Caller, numbered: string): boolean =>
  numbered === device || numbered === `${device}.${member.id}`;

export const caseRoutes = {
  sync: async ({ caller, body, unit }) => {
    const open = ownUnitOpen(caller);
    if (!open.ok) return open;
    return isOwnDevice(caller, body.device)
      ? unit(caller.member.unit).sync(caller, body)
      : refused("not-allowed", "本次登录属于另一台设备,请重新登录", "device");
  },
  caseView: async (call): Promise<Result<Reply<"caseView">>> => {
    const home = await homeOf(call);
    return home.ok ? accepted(await home.value.caseView(call.caller, call.param("key"))) : home;
  },
  cases: async (call) => {
    const cases = await ofSubtree(call, (unit) => unit.cases());
    return accepted({ cases: cases.sort((a, b) => b.updatedAt - a.updatedAt) });
  },
  ledger: async (call): Promise<Result<Reply<"ledger">>> => {
    const home = await homeOf(call);
    return home.ok ? accepted(await home.value.ledger(call.caller, call.param("key"))) : home;
  },
  checkpoint: async ({ caller, unit }) => accepted(await unit(caller.member.unit).checkpoint()),
  consistency: ({ caller, unit, query }) =>
    unit(caller.member.unit).consistency(
      Number(query.from),
      query.to === undefined ? undefined : Number(query.to),
    ),
} satisfies Pick<Handlers, "sync" | "caseView" | "cases" | "ledger" | "checkpoint" | "consistency">;
