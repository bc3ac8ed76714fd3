// Routes of items: the list, one with its history, raising one, many from a list, and making a move.
import * as v from "valibot";
import { EXEMPTIONS, ITEM_ORIGINS, ITEM_STATES, LIABILITIES, MOVE_NAMES } from "../../supervision/item.ts";
import { route } from "../route.ts";
import { everyone, said, short } from "./bounds.ts";

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const Person = v.strictObject({ id: short, name: short });
const Done = v.strictObject({ by: v.string(), at: v.number() });
const kind = v.picklist([...EXEMPTIONS, ...LIABILITIES]);

/** An item as the unit hands it over: its present state and what it is about. */
export const ItemView = v.strictObject({
  id: v.string(),
  unit: v.string(),
  origin: v.picklist(ITEM_ORIGINS),
  caseKey: v.string(),
  /** Number of its case. */
  number: v.string(),
  title: v.string(),
  clause: v.optional(v.string()),
  rule: v.optional(v.string()),
  on: v.optional(v.string()),
  note: v.optional(v.string()),
  ref: v.optional(v.string()),
  owner: v.optional(Person),
  by: v.string(),
  byName: v.string(),
  at: v.number(),
  limit: v.number(),
  state: v.picklist(ITEM_STATES),
  parties: v.array(v.string()),
  tier: v.picklist([0, 1, 2, 3]),
  foundAt: v.optional(v.number()),
  claim: v.optional(Done),
  proof: v.optional(v.strictObject({ ...Done.entries, is: v.picklist(["page", "review"]) })),
  asked: v.optional(v.strictObject({ ...Done.entries, until: v.number() })),
  exemption: v.optional(
    v.strictObject({ ...Done.entries, kind: v.picklist(EXEMPTIONS), approved: v.optional(Done) }),
  ),
  liability: v.optional(v.strictObject({ ...Done.entries, kind: v.picklist(LIABILITIES) })),
  closed: v.optional(Done),
  selfCorrected: v.boolean(),
  reopened: v.number(),
  moves: v.number(),
});
export type ItemView = v.InferOutput<typeof ItemView>;

/** One line of an item's history; `said` lies outside the ledger's tree and may have been deleted. */
export const ItemStep = v.strictObject({
  /** 0 is its beginning. */
  n: v.number(),
  do: v.union([v.literal("open"), v.picklist(MOVE_NAMES)]),
  by: v.string(),
  byName: v.string(),
  at: v.number(),
  said: v.nullable(v.string()),
  /** Place in the unit's ledger. */
  index: v.number(),
  limit: v.optional(v.number()),
  until: v.optional(v.number()),
  kind: v.optional(kind),
  owner: v.optional(Person),
});
export type ItemStep = v.InferOutput<typeof ItemStep>;

/** What a person writes to raise an item; rules raise theirs themselves. */
export const ItemDraft = v.strictObject({
  /** Chosen by whoever sends it: the same key again is the same item. */
  key: v.pipe(v.string(), v.regex(/^[\w.:-]{8,80}$/)),
  origin: v.picklist(["note", "patrol", "import"]),
  caseKey: v.optional(text(200)),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  clause: v.optional(text(120)),
  note: v.optional(short),
  /** Number of the incident or of the line. */
  ref: v.optional(text(80)),
  /** Member to whom it belongs; the officer of the case when left out. */
  owner: v.optional(short),
  /** Until when it is to be checked (ms). */
  limit: v.optional(v.number()),
  said,
});
export type ItemDraft = v.InferOutput<typeof ItemDraft>;

const whole = v.strictObject({ item: ItemView, history: v.array(ItemStep), now: v.number() });

export const itemsRoutes = {
  items: route({
    method: "GET",
    path: "/v1/items",
    roles: everyone,
    say: "督办事项:法制员、领导等看本单位和下级的,民警看自己的",
    query: v.strictObject({
      state: v.optional(v.picklist([...ITEM_STATES, "open"])),
      owner: v.optional(short),
      /** `late`: the limit has passed; `soon`: within 24 hours. */
      due: v.optional(v.picklist(["late", "soon"])),
    }),
    reply: v.strictObject({ items: v.array(ItemView), now: v.number() }),
  }),
  item: route({
    method: "GET",
    path: "/v1/items/:unit/:id",
    roles: everyone,
    say: "一件督办事项及其全部办理记录",
    reply: whole,
  }),
  itemOwners: route({
    method: "GET",
    path: "/v1/item-owners",
    roles: ["legal", "leader"],
    say: "可以作为责任人的人员:本单位和下级的民警、法制员、领导",
    reply: v.strictObject({
      owners: v.array(v.strictObject({ ...Person.entries, unitName: v.string() })),
    }),
  }),
  raiseItem: route({
    method: "POST",
    path: "/v1/items",
    roles: ["legal", "leader"],
    say: "由批注、日巡查或者人工提出一件督办事项;同一键重复提交只算一次",
    body: ItemDraft,
    reply: whole,
  }),
  importItems: route({
    method: "POST",
    path: "/v1/items/import",
    roles: ["legal", "leader"],
    say: "成批导入督办事项:check 为真只检查;有一行不对就一行也不写",
    body: v.strictObject({
      check: v.boolean(),
      /** Each checked for itself, so that every bad line is named. */
      rows: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(500)),
    }),
    reply: v.strictObject({
      problems: v.array(v.strictObject({ row: v.number(), at: v.string(), message: v.string() })),
      made: v.number(),
    }),
  }),
  moveItem: route({
    method: "POST",
    path: "/v1/items/:unit/:id/moves",
    roles: ["officer", "legal", "leader"],
    say: "办理一步:按环节、角色和回避要求检查;没有整改证明或者他人批准的免责不能办结",
    body: v.strictObject({
      key: v.pipe(v.string(), v.regex(/^[\w.:-]{8,80}$/)),
      /** How many moves the sender has seen. */
      seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
      do: v.picklist(MOVE_NAMES),
      said: v.optional(said),
      evidence: v.optional(text(400)),
      limit: v.optional(v.number()),
      until: v.optional(v.number()),
      /** Member to whom it is handed on. */
      owner: v.optional(short),
      kind: v.optional(kind),
    }),
    reply: whole,
  }),
} as const;
