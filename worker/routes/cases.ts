// Routes of cases: the browser's batches, what is known of a case, its ledger.
import type { Reply } from "../../shared/api/contract.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { Caller } from "../caller.ts";
import type { Call, Handlers } from "../handler.ts";
import type { UnitCalls } from "../unit/calls.ts";

/** The object that keeps the case named in the path, when the caller's unit may see it. */
export async function homeOf(
  call: Call<"caseView" | "ledger" | "createNote" | "replyNote" | "closeNote" | "signReminder">,
): Promise<Result<UnitCalls>> {
  const home = await call.directory.homeOf(call.caller.member.unit, call.param("key"));
  return home.ok ? accepted(call.unit(home.value)) : home;
}

/** The same for a new entry: a unit that has been closed takes none. */
export async function openHomeOf(
  call: Call<"createNote" | "replyNote" | "closeNote">,
): Promise<Result<UnitCalls>> {
  const home = await call.directory.homeOf(call.caller.member.unit, call.param("key"));
  if (!home.ok) return home;
  return (await call.directory.isClosed(home.value))
    ? refused("unit-closed", "保管该案的单位已经撤销,不再接收新记录")
    : accepted(call.unit(home.value));
}

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
    if (caller.closed === true)
      return refused("unit-closed", `${caller.member.unitName}已经撤销,不再接收新记录`);
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
