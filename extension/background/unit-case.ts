// What the unit's object knows of a case: asked for when the case is recognised, taken in under local names.
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { UnitFact } from "../../shared/supervision/entry.ts";
import type { CaseNote, CaseTick } from "../../shared/supervision/note.ts";
import { type CaseMemory, knownCase, mergedCase, takeLedger, touched } from "./cases.ts";
import { local } from "./kept.ts";
import { type References, references } from "./references.ts";
import { takeReminders } from "./reminded.ts";
import { callSigned } from "./session.ts";

/** Asks the unit for one case and takes facts, ticks and notes in; answers whether anything came. */
export async function askUnit(memory: CaseMemory): Promise<boolean> {
  const key = await local("referenceKey");
  if (key === undefined || memory.key.startsWith("tab:")) return false;
  const answer = await callSigned("caseView", { params: { key: memory.key } });
  // Forgotten while the answer was on its way: it was another officer who asked.
  if (!answer.ok || knownCase(memory.key) !== memory) return false;
  const { back } = references(key, memory.key, mergedCase(memory).sheet);
  const facts = answer.value.facts.map((fact) => localFact(fact, back));
  // An answer may be older than what a push or the officer's own hand has brought meanwhile.
  memory.notes = newestNotes(memory.notes, answer.value.notes);
  memory.ticks = newestTicks(memory.ticks, answer.value.ticks);
  if (answer.value.items !== undefined) memory.items = answer.value.items;
  takeReminders(memory, answer.value.reminders);
  takeLedger(memory, facts, answer.value.complete, answer.value.at);
  return true;
}

/** A fact of the unit under the names of this browser; persons whom other elements name travel as references too. */
export function localFact(fact: UnitFact, back: References["back"]): Fact {
  const local = (element: string, id: string): string => {
    const on = back(`${element}/${id}`);
    return on.slice(on.indexOf("/") + 1);
  };
  const entity = fact.entity as ElementId;
  const { value } = fact;
  const named = fieldOf(entity, fact.field)?.type.is === "person" && typeof value === "string";
  return {
    ...fact,
    entity,
    id: local(entity, fact.id),
    page: "ledger",
    ...(named ? { value: local("persons", value) } : {}),
  };
}

const far = (note: CaseNote): number => note.replies.length + (note.closed === undefined ? 0 : 1_000);

/** Both sets by id, each note at its furthest state, oldest first; the unit never takes a note back. */
export function newestNotes(a: readonly CaseNote[], b: readonly CaseNote[]): CaseNote[] {
  const byId = new Map<string, CaseNote>();
  for (const note of [...a, ...b]) {
    const known = byId.get(note.id);
    if (known === undefined || far(note) >= far(known)) byId.set(note.id, note);
  }
  return [...byId.values()].sort((x, y) => (x.at < y.at ? -1 : 1));
}

/** The latest tick of each item. */
export function newestTicks(a: readonly CaseTick[], b: readonly CaseTick[]): CaseTick[] {
  const byItem = new Map<string, CaseTick>();
  for (const tick of [...a, ...b]) {
    const known = byItem.get(tick.item);
    if (known === undefined || tick.at >= known.at) byItem.set(tick.item, tick);
  }
  return [...byItem.values()];
}

/** Puts a note in place of its older self. */
export function takeNote(memory: CaseMemory, note: CaseMemory["notes"][number]): void {
  memory.notes = newestNotes(memory.notes, [note]);
  touched(memory);
}
