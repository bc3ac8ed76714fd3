// The things that routes hand over: members, units, notes, ticks, reminders, ledger lines.
import * as v from "valibot";
import { CHANNELS } from "../supervision/reminding.ts";
import { ROLES } from "./route.ts";

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** What a member is in a unit other than the own. */
export const Post = v.strictObject({
  unit: v.string(),
  unitName: v.string(),
  roles: v.array(v.picklist(ROLES)),
});
export type Post = v.InferOutput<typeof Post>;

export const Member = v.strictObject({
  id: v.string(),
  account: v.string(),
  name: v.string(),
  officerId: v.nullable(v.string()),
  unit: v.string(),
  unitName: v.string(),
  roles: v.array(v.picklist(ROLES)),
  /** Roles that the member has in other units; one signs in to one of them at a time. */
  posts: v.optional(v.array(Post)),
});
export type Member = v.InferOutput<typeof Member>;

export const Unit = v.strictObject({
  id: v.string(),
  name: v.string(),
  parent: v.nullable(v.string()),
  level: v.picklist(["province", "city", "county", "station"]),
  /** When it was closed (ms); it takes no new entries, what it has stays readable. */
  closedAt: v.optional(v.number()),
});
export type Unit = v.InferOutput<typeof Unit>;

export const NoteAnchor = v.strictObject({
  page: text(60),
  url: text(400),
  frame: text(40),
  field: v.optional(text(160)),
  css: text(1000),
  start: v.optional(v.number()),
  end: v.optional(v.number()),
  quoteHash: v.optional(text(64)),
  prefixHash: v.optional(text(64)),
  suffixHash: v.optional(text(64)),
});

export const NoteIn = v.strictObject({
  kind: v.picklist(["问题", "瑕疵", "指导", "表扬"]),
  said: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
  clause: v.optional(text(120)),
  due: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  anchor: NoteAnchor,
});

export const Note = v.strictObject({
  ...NoteIn.entries,
  id: v.string(),
  caseKey: v.string(),
  by: v.string(),
  byName: v.string(),
  at: v.string(),
  state: v.picklist(["open", "replied", "fixed", "closed"]),
  replies: v.array(
    v.strictObject({
      by: v.string(),
      byName: v.string(),
      at: v.string(),
      said: v.string(),
      fixed: v.boolean(),
    }),
  ),
  closed: v.optional(
    v.strictObject({ by: v.string(), byName: v.string(), at: v.string(), said: v.string() }),
  ),
});

export type Note = v.InferOutput<typeof Note>;

export const Tick = v.strictObject({
  item: v.string(),
  ticked: v.boolean(),
  evidence: v.string(),
  by: v.string(),
  byName: v.string(),
  at: v.string(),
});

export const Reminder = v.strictObject({
  id: v.string(),
  caseKey: v.string(),
  rule: v.string(),
  title: v.string(),
  on: v.string(),
  colour: v.picklist(["blue", "yellow", "orange", "red"]),
  due: v.number(),
  at: v.number(),
  /** Listed, on the page, as a notification, or handed to the SMS gateway as well. */
  channel: v.picklist(CHANNELS),
  /** `lapsed`: mended or answered before the message went out. */
  state: v.picklist(["waiting", "sent", "parked", "lapsed", "listed"]),
  /** Members whom it is told, how and when (ms); what is `held` stands in their list only. */
  to: v.optional(
    v.array(
      v.strictObject({
        member: v.string(),
        channel: v.picklist(CHANNELS),
        held: v.optional(v.picklist(["quiet", "budget"])),
        at: v.number(),
      }),
    ),
  ),
  /** How far it has climbed unanswered: 0 officer, 1 legal officer, 2 leader, 3 the unit above. */
  tier: v.optional(v.number()),
  unit: v.optional(v.string()),
  /** The unit above that one. */
  above: v.optional(v.nullable(v.string())),
  /** It is for the caller: by name, or by the tier it has climbed to. */
  mine: v.optional(v.boolean()),
  signed: v.optional(v.strictObject({ by: v.string(), byName: v.string(), at: v.string() })),
});
export type Reminder = v.InferOutput<typeof Reminder>;

/** One line of a case's ledger with its proof; `said` is kept outside the tree and may have been deleted. */
export const LedgerLine = v.strictObject({
  index: v.number(),
  at: v.string(),
  kind: v.string(),
  by: v.string(),
  byName: v.string(),
  /** Canonical JSON whose RFC 6962 leaf hash stands in the tree. */
  record: v.string(),
  leaf: v.string(),
  proof: v.array(v.string()),
  said: v.nullable(v.string()),
  /** Salt of the record's commitment to `said`: SHA-256(salt ‖ said) is its `outside`. */
  salt: v.nullable(v.string()),
});
export type LedgerLine = v.InferOutput<typeof LedgerLine>;

export const SignedPackShape = v.strictObject({
  body: v.string(),
  key: v.string(),
  signature: v.string(),
  hash: v.string(),
});
