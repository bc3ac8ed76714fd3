// Reasons given at a gate on a form without a case number: in the ledger at once, and of its case as soon as the number is read.
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import { placeOf } from "../../shared/dictionary/path.ts";
import type { Element, FactSheet } from "../../shared/facts/sheet.ts";
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import type { EntryBody } from "../../shared/supervision/entry.ts";
import { type CaseMemory, mergedCase } from "./cases.ts";
import { database } from "./database.ts";
import { local } from "./kept.ts";
import { enqueue } from "./outbox.ts";
import { references } from "./references.ts";
import { deviceOfMember } from "./sync.ts";

/** How long after the reason the form may get its number (ms). */
const WITHIN = 30 * 60_000;
/** Values that a saved element has to have in common with the form's, an instant among them. */
const SHARED = 3;
/** Later than any amount or count (ms). */
const INSTANT = 1e11;

type Explained = Extract<EntryBody, { finding: string }>;
type Cells = Element["cells"];

interface Reason {
  readonly device: string;
  readonly body: Explained;
  readonly kind: ElementId;
  readonly cells: Cells;
  readonly at: number;
}

/** By the form's key, which is its tab's; never kept beyond this run of the background. */
const given = new Map<string, Reason[]>();

export const isUnnumbered = ({ number }: Pick<CaseMemory, "number">): boolean => number === "";

const elementAt = (sheet: FactSheet, on: string): Element | undefined => {
  const place = placeOf(on);
  const found = place && sheet[place.element];
  if (found === undefined) return undefined;
  return "items" in found ? found.items.find(({ id }) => id === place?.id) : found;
};

/** Whether a saved element is what the form held: nothing that both say differs, and enough of it is there to tell. */
function isSame(kind: ElementId, form: Cells, saved: Cells): boolean {
  let [shared, instants] = [0, 0];
  for (const [field, value] of Object.entries(form)) {
    const now = saved[field] ?? null;
    // A person of the form goes by another id there.
    if (value === undefined || value === null || now === null) continue;
    if (fieldOf(kind, field)?.type.is === "person") continue;
    if (JSON.stringify(value) !== JSON.stringify(now)) return false;
    shared += 1;
    if (typeof value === "number" && value > INSTANT) instants += 1;
  }
  return shared >= SHARED && instants > 0;
}

/**
 * Puts the reason on disk for the ledger, as of no case: with the rule, the kind of thing it was about and an id of its own,
 * but nothing by which the form could be told. Remembers it for the case that comes of the form.
 */
export async function explainDraft(
  device: string,
  memory: CaseMemory,
  { on, ...body }: Explained,
  at: number,
): Promise<void> {
  const kind = placeOf(on)?.element ?? "case";
  const kept: Explained = { ...body, on: kind, draft: crypto.randomUUID() };
  await enqueue(device, "", kept, at);
  const cells = elementAt(mergedCase(memory).sheet, on)?.cells ?? {};
  given.set(memory.key, [...(given.get(memory.key) ?? []), { device, body: kept, kind, cells, at }]);
}

const ofForm = (
  { body, kind, cells }: Reason,
  { findings }: Judgement,
  sheet: FactSheet,
): Finding | undefined =>
  findings.find(
    ({ rule, on, verdict }) =>
      rule === body.rule &&
      verdict === "breached" &&
      placeOf(on)?.element === kind &&
      isSame(kind, cells, elementAt(sheet, on)?.cells ?? {}),
  );

/**
 * A case is read in the tab where a form stood: reasons given there that are about what the case shows now are entered with
 * the case as well, under the same id, and its officer is not asked again. Answers how many were.
 */
export async function bindDraft(draft: string, memory: CaseMemory, judgement: Judgement): Promise<number> {
  const waiting = given.get(draft);
  if (waiting === undefined || isUnnumbered(memory)) return 0;
  const [device, key] = [await deviceOfMember(), await local("referenceKey")];
  const { sheet } = mergedCase(memory);
  const left: Reason[] = [];
  let bound = 0;
  for (const one of waiting) {
    if (one.device !== device || key === undefined || judgement.at - one.at > WITHIN) continue;
    const finding = ofForm(one, judgement, sheet);
    if (finding === undefined) {
      left.push(one);
      continue;
    }
    const refs = references(key, memory.key, sheet);
    const body: Explained = { ...one.body, on: refs.out(finding.on), finding: refs.key(finding.key) };
    await enqueue(device, memory.key, body, one.at);
    const { said, until } = body;
    await (await database()).put(
      "answers",
      {
        kind: "explained",
        at: one.at,
        ...(said === undefined ? {} : { said }),
        ...(until === undefined ? {} : { until }),
      },
      `${device}|${finding.key}`,
    );
    bound += 1;
  }
  if (left.length === 0) given.delete(draft);
  else given.set(draft, left);
  return bound;
}

/** Forgets what was said on forms: nothing of one officer is left to the next. */
export const forgetReasons = (): void => given.clear();
