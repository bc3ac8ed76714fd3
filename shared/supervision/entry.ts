// An entry: one line of a unit's append-only ledger, as the browser sends it and as the object keeps it.
import * as v from "valibot";

/** Kinds of entry a browser may send. */
export const SENT_KINDS = [
  "facts", // unit-class facts of a case were read
  "findings", // findings of a case changed
  "signed", // a finding was acknowledged (签收)
  "done", // a finding was reported mended (办结)
  "explained", // a reason was given at a gate, with an expiry (已说明)
  "disputed", // 有异议 → legal queue
  "wrong", // 有误 → rule owner
  "ticked", // an attest item was ticked or unticked, with evidence
  "paused", // the overlay was paused with a reason
] as const;

/** Kinds the object itself appends. */
export const OWN_KINDS = [
  "noted",
  "replied",
  "note-closed",
  "item-warned", // a grave finding became an item
  "item-raised", // somebody raised one
  "item-found", // somebody but its owner found it
  "item-moved",
  "item-closed",
  "objection-answered", // 异议、有误 were answered
  "viewed", // a supervisor looked at a case
  "witness-refused", // a unit below showed a ledger that contradicts what was seen of it
  "witness-wrong", // the unit above contradicts what it has shown or signed
  "rollup-invited", // a code was made for a unit of another deployment
  "rollup-enrolled", // its key was enrolled by the code
  "rollup-ended", // its numbers are counted no longer
  "rollup-joined", // this unit was enrolled at one of another deployment
  "rollup-left",
  "loss-accepted", // people let the unit go on with less than its second place knew
  "forgotten", // what was kept outside the tree has been deleted after its time
  "exported", // the audit duty took the ledger out
  "coloured", // a deadline changed colour
  "mended", // what stood breached or about to be is met
  "reminded", // a reminder was handed to the gateway
  "lost", // a device no longer has entries that it had numbered
  "climbed", // an unanswered reminder went one tier up
  "cover-set", // who covers for whom, from when to when
  "cover-ended",
  "reminding-set", // quiet hours, budget, graces were set
  "clock-jumped", // the server's clock was set back
  "published", // a pack was published
  "intake", // a batch of another system was taken
  "intake-source-made",
  "intake-key-changed",
  "intake-source-ended",
  "signed-in",
  "handed-over", // a case went to another officer of the unit
  "unit-created",
  "unit-renamed",
  "unit-moved",
  "unit-closed",
  "unit-reopened",
  "units-imported",
  "member-created",
  "member-changed",
  "member-moved",
  "member-disabled",
  "member-enabled",
  "members-imported",
  "post-set",
  "password-reset",
  "devices-ended",
] as const;

export type SentKind = (typeof SENT_KINDS)[number];
export type EntryKind = SentKind | (typeof OWN_KINDS)[number];

const iso = v.pipe(v.string(), v.isoTimestamp(), v.maxLength(40));
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

/** A unit-class fact: no evidence, nothing local. */
export const UnitFact = v.strictObject({
  entity: id,
  id: v.pipe(v.string(), v.maxLength(120)),
  field: id,
  state: v.picklist(["known", "absent", "unread"]),
  value: v.optional(
    v.union([
      v.pipe(v.string(), v.maxLength(400)),
      v.number(),
      v.boolean(),
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(64)),
    ]),
  ),
  at: v.number(),
  page: v.pipe(v.string(), v.maxLength(60)),
});

/** A finding as the unit keeps it: no values, no working. */
export const UnitFinding = v.strictObject({
  rule: id,
  on: id,
  verdict: v.picklist(["met", "moot", "due", "breached", "unknown"]),
  colour: v.picklist(["green", "blue", "yellow", "orange", "red", "grey"]),
  due: v.optional(v.number()),
  since: v.optional(v.number()),
  mended: v.optional(v.number()),
  missing: v.pipe(v.array(v.pipe(v.string(), v.maxLength(160))), v.maxLength(16)),
  key: id,
  /** Acts of other cases, or of the same, that a rule over all cases rests on. */
  against: v.optional(
    v.pipe(
      v.array(v.strictObject({ caseKey: v.pipe(v.string(), v.maxLength(200)), on: id })),
      v.maxLength(8),
    ),
  ),
});

/**
 * What an objection is about, masked: fields that may leave the browser come with their value, all others by their state
 * alone, under travelling names; the fact line, which holds values as text, is left out.
 */
export const FactSnapshot = v.strictObject({
  title: v.pipe(v.string(), v.maxLength(120)),
  verdict: UnitFinding.entries.verdict,
  colour: UnitFinding.entries.colour,
  due: v.optional(v.number()),
  since: v.optional(v.number()),
  statute: v.pipe(v.string(), v.maxLength(120)),
  edition: v.pipe(v.string(), v.maxLength(40)),
  article: v.pipe(v.string(), v.maxLength(40)),
  fields: v.pipe(
    v.array(
      v.strictObject({
        path: v.pipe(v.string(), v.maxLength(160)),
        state: UnitFact.entries.state,
        value: UnitFact.entries.value,
      }),
    ),
    v.maxLength(40),
  ),
});

const said = v.pipe(v.string(), v.maxLength(2000));

/** What an entry carries, by kind; `said` parts lie outside the ledger's tree. */
export const EntryBody = v.variant("kind", [
  v.strictObject({
    kind: v.literal("facts"),
    facts: v.pipe(v.array(UnitFact), v.maxLength(600)),
    complete: v.pipe(v.array(id), v.maxLength(16)),
    /** Every row of a list that was wholly read: what the unit has besides is no longer on the host's page. */
    rows: v.optional(v.record(id, v.pipe(v.array(id), v.maxLength(400)))),
  }),
  v.strictObject({
    kind: v.literal("findings"),
    findings: v.pipe(v.array(UnitFinding), v.maxLength(400)),
    pack: v.number(),
  }),
  ...(["signed", "done", "explained", "disputed", "wrong"] as const).map((kind) =>
    v.strictObject({
      kind: v.literal(kind),
      rule: id,
      on: id,
      finding: id,
      said: v.optional(said),
      until: v.optional(v.number()),
      pack: v.number(),
      /** With an objection: the masked facts that it is about. */
      snapshot: v.optional(FactSnapshot),
      /** With a reason given on a form without a case number: its id, the same in the entry of the case that came of it. */
      draft: v.optional(id),
      /** Of a reason given on this device while nobody was signed in: entered by who signed in next. */
      unsigned: v.optional(v.literal(true)),
    }),
  ),
  v.strictObject({ kind: v.literal("ticked"), item: id, ticked: v.boolean(), said: v.optional(said) }),
  v.strictObject({
    kind: v.literal("paused"),
    minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(30)),
    said: v.optional(said),
  }),
]);

export const SentEntry = v.strictObject({
  /** Per-device sequence, from 1, without gaps. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When it happened in the browser, ISO 8601. */
  at: iso,
  /** Case key `platform/number`; "" for entries that belong to no case. */
  caseKey: v.pipe(v.string(), v.maxLength(200)),
  body: EntryBody,
});

export type UnitFact = v.InferOutput<typeof UnitFact>;
export type UnitFinding = v.InferOutput<typeof UnitFinding>;
export type FactSnapshot = v.InferOutput<typeof FactSnapshot>;
export type EntryBody = v.InferOutput<typeof EntryBody>;
export type SentEntry = v.InferOutput<typeof SentEntry>;

/** A receipt: the signed place of an entry in the unit's tree, verified offline by its holder. */
export const Receipt = v.strictObject({
  seq: v.number(),
  unit: v.string(),
  /** Leaf index in the unit's tree. */
  index: v.number(),
  /** RFC 6962 leaf hash, hex. */
  leaf: v.string(),
  /** Canonical JSON of the leaf record: its hash is the leaf. */
  record: v.string(),
  /** Inclusion proof to `checkpoint`, hex hashes. */
  proof: v.array(v.string()),
  /** Signed checkpoint (C2SP signed-note form). */
  checkpoint: v.string(),
});
export type Receipt = v.InferOutput<typeof Receipt>;
