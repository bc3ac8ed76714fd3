// The own record as the unit tells it, with the own objections and their answers.
import type { Reply } from "../../../shared/api/contract.ts";
import type { Objection } from "../../../shared/supervision/objection.ts";
import { call } from "../call.ts";
import { useMember } from "../session.ts";
import { type Loaded, useLoad } from "../use-call.ts";
import { usePushed } from "../use-pushed.ts";

export interface OwnRecord {
  readonly record: Reply<"record">;
  readonly objections: readonly Objection[];
}

export function useRecord(): Loaded<OwnRecord> {
  const { id } = useMember();
  const loaded = useLoad<OwnRecord>("record", async () => {
    const [record, objections] = await Promise.all([call("record"), call("objections", { query: {} })]);
    if (!record.ok) return record;
    // Whoever answers objections is told those of others too: the record shows one's own alone.
    const own = objections.ok ? objections.value.objections.filter(({ by }) => by === id) : [];
    return { ok: true, value: { record: record.value, objections: own } };
  });
  usePushed("case", loaded.again);
  usePushed("objection", loaded.again);
  return loaded;
}
