// 自纠: told from the ledger's own records whether a matter was put right in time and before anybody else had found it.
import * as v from "valibot";

/** An entry of the ledger as far as this judgement reads it. */
export interface LedgerEvent {
  /** Place in the unit's ledger: the order in which the unit learnt of things. */
  readonly index: number;
  /** When the unit took it in (ms). */
  readonly at: number;
  readonly kind: string;
  readonly by: string;
  readonly caseKey: string;
  readonly body: unknown;
}

/** What the unit's object records when a duty that stood breached or about to be is met (kind `mended`). */
export const MendedBody = v.object({
  rule: v.string(),
  on: v.string(),
  /** Who handles the case. */
  handler: v.string(),
  /** Colour in which it stood before. */
  was: v.picklist(["red", "orange", "yellow"]),
  /** Since when the unit knew it to stand so (ms, the server's clock). */
  from: v.number(),
  /** When the unit learnt that it is put right (ms). */
  at: v.number(),
  /** The stricter end of its period (ms); absent where the duty has none. */
  due: v.optional(v.number()),
  /** It counts as met after its period all the same: the breach has happened. */
  late: v.optional(v.boolean()),
});
export type MendedBody = v.InferOutput<typeof MendedBody>;

/**
 * `credited` 自纠; `late` after the limit; `found` after somebody else had found it. None of them is a score: only credited
 * ones are counted, the others stay what they were.
 */
export type Credit = "credited" | "late" | "found";

export interface Correction extends MendedBody {
  readonly index: number;
  readonly caseKey: string;
  readonly credit: Credit;
  /** Place of the entry by which somebody else found it first. */
  readonly foundBy?: number;
}

const NotedBody = v.object({ note: v.string(), noteKind: v.string(), field: v.optional(v.string()) });
/** Notes that find fault; praise and guidance do not. */
const FAULTS: readonly string[] = ["问题", "瑕疵"];

const ItemBody = v.object({
  item: v.string(),
  rule: v.optional(v.string()),
  on: v.optional(v.string()),
});
/** Entries by which a supervisor raises a matter, and by which it ends. */
const RAISED: readonly string[] = ["item-raised", "item-found"];
const ITEM_ENDS: readonly string[] = ["item-closed", "item-withdrawn"];

interface Found {
  readonly index: number;
  readonly by: string;
  readonly caseKey: string;
  /** Whether it speaks of this duty on this element. */
  readonly about: (rule: string, on: string) => boolean;
}

/** `measures/m1.endedAt` stands on `measures/m1`; the case and its incident are one. */
const standsOn = (field: string, on: string): boolean => {
  const dot = field.lastIndexOf(".");
  const element = dot === -1 ? field : field.slice(0, dot);
  const single = (name: string): boolean => !name.includes("/");
  return element === on || (single(element) && single(on));
};

/** The finding that an entry makes; undefined for entries of other kinds, and for what only guides or praises. */
function foundBy({ index, kind, by, caseKey, body }: LedgerEvent): Found | undefined {
  if (kind === "noted") {
    const note = v.safeParse(NotedBody, body);
    if (!note.success || !FAULTS.includes(note.output.noteKind)) return undefined;
    const { field } = note.output;
    return { index, by, caseKey, about: (_, on) => field === undefined || standsOn(field, on) };
  }
  if (!RAISED.includes(kind)) return undefined;
  const item = v.safeParse(ItemBody, body);
  if (!item.success) return undefined;
  const { rule, on } = item.output;
  return {
    index,
    by,
    caseKey,
    about: (one, place) => (rule === undefined || rule === one) && (on === undefined || on === place),
  };
}

/** The thing that an entry opens or ends: a note or an item. */
const thingOf = (body: unknown): string | undefined => {
  const read = v.safeParse(v.object({ note: v.optional(v.string()), item: v.optional(v.string()) }), body);
  return read.success ? (read.output.note ?? read.output.item) : undefined;
};

/**
 * What a member put right, in the order of the ledger. Credit needs all three: the member handled the case, it was right before
 * its limit, and nobody else had found it – no note of a fault on that element, no matter raised on that duty – since it stood
 * wrong, nor before and still open. What somebody else finds afterwards takes nothing away.
 */
export function correctionsOf(events: readonly LedgerEvent[], member: string): readonly Correction[] {
  const open = new Map<string, Found>();
  /** Findings that have ended, and when (ms). */
  const ended: { readonly found: Found; readonly at: number }[] = [];
  const corrections: Correction[] = [];
  for (const event of [...events].sort((a, b) => a.index - b.index)) {
    const found = foundBy(event);
    const thing = thingOf(event.body);
    if (found !== undefined && thing !== undefined && found.by !== member) open.set(thing, found);
    if ((event.kind === "note-closed" || ITEM_ENDS.includes(event.kind)) && thing !== undefined) {
      const known = open.get(thing);
      open.delete(thing);
      if (known !== undefined) ended.push({ found: known, at: event.at });
    }
    if (event.kind !== "mended") continue;
    const read = v.safeParse(MendedBody, event.body);
    if (!read.success) continue;
    if (read.output.handler !== member) continue;
    const { rule, on, at, from, due, late } = read.output;
    const speaks = ({ caseKey, about }: Found): boolean => caseKey === event.caseKey && about(rule, on);
    const first = [
      ...[...open.values()].filter(speaks),
      // One that ended since this stands wrong spoke of it; one that had ended before spoke of something else.
      ...ended.filter((one) => speaks(one.found) && one.at >= from).map((one) => one.found),
    ].sort((a, b) => a.index - b.index)[0];
    const credit: Credit =
      first !== undefined ? "found" : late === true || (due !== undefined && at > due) ? "late" : "credited";
    corrections.push({
      ...read.output,
      index: event.index,
      caseKey: event.caseKey,
      credit,
      ...(first === undefined ? {} : { foundBy: first.index }),
    });
  }
  return corrections;
}
