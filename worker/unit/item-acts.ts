// What a unit's object is asked about items, by name: lists, one of them, raising, checking and moving.
import type { Body, Reply } from "../../shared/api/contract.ts";
import type { ItemView } from "../../shared/api/routes/items.ts";
import { accepted, type Result } from "../../shared/facts/errors.ts";
import type { ItemPerson } from "../../shared/supervision/item.ts";
import type { Caller } from "../caller.ts";
import type { Act } from "./act.ts";
import { checkDraft, itemWhole, moveItem, type OwnedDraft, raiseItems } from "./item-moves.ts";
import { itemsOf, itemView } from "./items.ts";
import { beginsViewing, recordViewing } from "./view.ts";

export type HandedMove = Omit<Body<"moveItem">, "owner"> & { readonly owner?: ItemPerson | undefined };

export interface ItemActs {
  list: { in: null; out: readonly ItemView[] };
  one: { in: { readonly id: string }; out: Result<Reply<"item">> };
  raise: { in: readonly OwnedDraft[]; out: Result<readonly string[]> };
  /** Which drafts cannot become items here, by their place. */
  check: {
    in: readonly OwnedDraft[];
    out: readonly { readonly row: number; readonly at: string; readonly message: string }[];
  };
  move: { in: { readonly id: string; readonly body: HandedMove }; out: Result<Reply<"item">> };
}

interface Place {
  readonly sql: SqlStorage;
  readonly unit: string;
  readonly now: number;
  readonly write: <T>(work: (act: Act) => Result<T>) => Promise<Result<T>>;
}

type Works = {
  readonly [K in keyof ItemActs]: (
    place: Place,
    caller: Caller,
    input: ItemActs[K]["in"],
  ) => Promise<ItemActs[K]["out"]>;
};

const works: Works = {
  list: async ({ sql, unit }) => itemsOf(sql, unit),
  one: async ({ sql, unit, now, write }, caller, { id }) => {
    const found = itemView(sql, unit, id);
    // A supervisor's look at a matter is a look at its case.
    if (found !== undefined && found.caseKey !== "" && beginsViewing(sql, caller, found.caseKey, now)) {
      const seen = await write((act) => accepted(recordViewing(act, caller, found.caseKey)));
      if (!seen.ok) return seen;
    }
    return itemWhole(sql, unit, id, now);
  },
  raise: ({ write }, caller, drafts) => write((act) => raiseItems(act, caller, drafts)),
  check: async ({ sql, now }, _, drafts) =>
    drafts.flatMap((draft, row) => {
      const checked = checkDraft(sql, draft, now);
      return checked.ok ? [] : [{ row, at: checked.refusal.at ?? "", message: checked.refusal.message }];
    }),
  move: async ({ sql, unit, now, write }, caller, { id, body }) => {
    const moved = await write((act) => moveItem(act, caller, id, body));
    return moved.ok ? itemWhole(sql, unit, moved.value, now) : moved;
  },
};

/** Does one of them. */
export const itemAct = <K extends keyof ItemActs>(
  place: Place,
  kind: K,
  caller: Caller,
  input: ItemActs[K]["in"],
): Promise<ItemActs[K]["out"]> => works[kind](place, caller, input);
