// What the desk shows, from the unit: asked for again whenever something of a case has changed there.
import { useMemo } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import { call } from "../call.ts";
import { usePack } from "../pack.ts";
import { type Loaded, useLoad } from "../use-call.ts";
import { usePushed } from "../use-pushed.ts";
import { type DeskRow, deskRows } from "./rows.ts";

export type Whose = "mine" | "unit";

interface Answers {
  readonly desk: Reply<"desk">;
  readonly items: Reply<"items">["items"];
  readonly reminders: Reply<"reminders">["reminders"];
}

export interface Desk {
  readonly loaded: Loaded<Answers>;
  readonly rows: readonly DeskRow[];
}

/** The desk of one's own cases or of the unit's; without items or reminders it still shows the rest. */
export function useDesk(whose: Whose, member: string): Desk {
  const { rules } = usePack();
  const loaded = useLoad<Answers>(`desk ${whose}`, async () => {
    const [desk, items, reminders] = await Promise.all([
      call("desk", { query: { of: whose } }),
      call("items", { query: whose === "mine" ? { state: "open", owner: member } : { state: "open" } }),
      call("reminders"),
    ]);
    if (!desk.ok) return desk;
    return {
      ok: true,
      value: {
        desk: desk.value,
        items: items.ok ? items.value.items : [],
        reminders: reminders.ok ? reminders.value.reminders : [],
      },
    };
  });
  usePushed("case", loaded.again);
  usePushed("note", loaded.again);
  usePushed("reminder", loaded.again);
  const { value } = loaded;
  const rows = useMemo(
    () => (value === undefined ? [] : deskRows({ ...value, rules }, value.desk.at)),
    [value, rules],
  );
  return { loaded, rows };
}
