// Routes of items: supervisors see those of the subtree, an officer the own ones; whoever is named as owner is a member there.
import * as v from "valibot";
import { ItemDraft, type ItemView } from "../../shared/api/routes/items.ts";
import { accepted, type Result, refused } from "../../shared/facts/errors.ts";
import type { ItemPerson } from "../../shared/supervision/item.ts";
import { type Caller, isWatcher } from "../caller.ts";
import type { DirectoryCalls } from "../directory/calls.ts";
import type { Call, Handlers } from "../handler.ts";
import type { OwnedDraft } from "../unit/item-moves.ts";
import { validate } from "../validate.ts";
import { ofSubtree, ownUnitOpen, stillOpen } from "./cases.ts";

const SOON = 86_400_000;
const HANDS: readonly string[] = ["officer", "legal", "leader"];

const mine = ({ member }: Caller, item: ItemView): boolean =>
  isWatcher(member) || item.parties.includes(member.id);

/** The unit named in the path, when the caller's unit may see it. */
async function placeOf(call: Call<"item" | "moveItem">): Promise<Result<string>> {
  const wanted = call.param("unit");
  const below = await call.directory.subtree(call.caller.member.unit);
  return below.some(({ id }) => id === wanted)
    ? accepted(wanted)
    : refused("outside-unit", "这件事项不在本单位管辖范围内");
}

async function ownersFor(directory: DirectoryCalls, caller: Caller) {
  const { members } = await directory.members(caller);
  return members
    .filter(({ roles }) => roles.some((role) => HANDS.includes(role)))
    .map(({ id, name, unitName }) => ({ id, name, unitName }));
}

/** The member with this id; nobody else can be made an owner. */
async function ownerOf(
  call: Call<"moveItem">,
  id: string | undefined,
): Promise<Result<ItemPerson | undefined>> {
  if (id === undefined) return accepted(undefined);
  const found = (await ownersFor(call.directory, call.caller)).find((one) => one.id === id);
  return found === undefined
    ? refused("not-found", "本单位没有这名责任人", "owner")
    : accepted({ id: found.id, name: found.name });
}

type Owners = readonly { readonly id: string; readonly name: string }[];

/** The draft with its owner's name, and the unit that keeps its case. */
async function placed(
  call: Call<"raiseItem" | "importItems">,
  draft: ItemDraft,
  owners: Owners,
): Promise<Result<{ unit: string; draft: OwnedDraft }>> {
  const { owner: id, ...rest } = draft;
  const found = owners.find((one) => one.id === id);
  if (id !== undefined && found === undefined) return refused("not-found", "本单位没有这名责任人", "owner");
  const owner = found === undefined ? undefined : { id: found.id, name: found.name };
  const { unit } = call.caller.member;
  const { caseKey = "" } = draft;
  const home = caseKey === "" ? accepted(unit) : await call.directory.homeOf(unit, caseKey);
  const open = home.ok ? await stillOpen(call, home.value) : home;
  return open.ok ? accepted({ unit: open.value, draft: { ...rest, owner } }) : open;
}

interface Problem {
  readonly row: number;
  readonly at: string;
  readonly message: string;
}

export const itemRoutes = {
  items: async (call) => {
    const { state, owner, due } = call.query;
    const now = Date.now();
    const all = await ofSubtree(call, (unit) => unit.items("list", call.caller, null));
    const items = all.filter(
      (item) =>
        mine(call.caller, item) &&
        (state === undefined || (state === "open" ? item.state !== "closed" : item.state === state)) &&
        (owner === undefined || item.owner?.id === owner) &&
        (due === undefined || (item.state !== "closed" && item.limit < (due === "late" ? now : now + SOON))),
    );
    return accepted({ items, now });
  },
  item: async (call) => {
    const place = await placeOf(call);
    if (!place.ok) return place;
    const found = await call.unit(place.value).items("one", call.caller, { id: call.param("id") });
    return found.ok && !mine(call.caller, found.value.item)
      ? refused("not-found", "没有找到这件督办事项")
      : found;
  },
  itemOwners: async ({ directory, caller }) => accepted({ owners: await ownersFor(directory, caller) }),
  raiseItem: async (call) => {
    const owners = call.body.owner === undefined ? [] : await ownersFor(call.directory, call.caller);
    const there = await placed(call, call.body, owners);
    if (!there.ok) return there;
    const home = call.unit(there.value.unit);
    const made = await home.items("raise", call.caller, [there.value.draft]);
    return made.ok ? home.items("one", call.caller, { id: made.value[0] ?? "" }) : made;
  },
  importItems: async (call) => {
    const { check, rows } = call.body;
    const open = ownUnitOpen(call.caller);
    if (!open.ok) return open;
    const owners = await ownersFor(call.directory, call.caller);
    const problems: Problem[] = [];
    const drafts: OwnedDraft[] = [];
    const keys = new Set<string>();
    for (const [row, raw] of rows.entries()) {
      const draft = validate(ItemDraft, raw);
      const there = draft.ok ? await placed(call, draft.value, owners) : draft;
      const problem = (at: string, message: string): void => void problems.push({ row, at, message });
      if (!there.ok) problem(there.refusal.at ?? "", there.refusal.message);
      else if (there.value.unit !== call.caller.member.unit)
        problem("caseKey", "这件案件由下级单位保管,请在该单位导入");
      else if (keys.has(there.value.draft.key)) problem("key", "与前面一行的编号相同");
      else {
        keys.add(there.value.draft.key);
        drafts.push(there.value.draft);
      }
    }
    const own = call.unit(call.caller.member.unit);
    problems.push(
      ...(await own.items("check", call.caller, drafts)).map((one) => ({
        ...one,
        row: rowOf(rows, drafts, one.row),
      })),
    );
    if (check || problems.length > 0)
      return accepted({ problems: problems.sort((a, b) => a.row - b.row), made: 0 });
    const made = await own.items("raise", call.caller, drafts);
    return made.ok ? accepted({ problems: [], made: made.value.length }) : made;
  },
  moveItem: async (call) => {
    const place = await placeOf(call);
    const open = place.ok ? await stillOpen(call, place.value) : place;
    if (!open.ok) return open;
    const owner = await ownerOf(call, call.body.owner);
    if (!owner.ok) return owner;
    const { owner: _, ...body } = call.body;
    const handed = owner.value === undefined ? body : { ...body, owner: owner.value };
    const id = call.param("id");
    return call.unit(open.value).items("move", call.caller, { id, body: handed });
  },
} satisfies Pick<Handlers, "items" | "item" | "itemOwners" | "raiseItem" | "importItems" | "moveItem">;

const Keyed = v.object({ key: v.string() });

/** Which of the sent rows became this draft. */
const rowOf = (rows: readonly unknown[], drafts: readonly OwnedDraft[], n: number): number =>
  rows.findIndex((row) => {
    const keyed = v.safeParse(Keyed, row);
    return keyed.success && keyed.output.key === drafts[n]?.key;
  });
