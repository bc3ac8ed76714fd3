// What the unit's object knows of a case: asked for when the case is recognised, taken in under local names.
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import { type CaseMemory, mergedCase, takeLedger, touched } from "./cases.ts";
import { local } from "./kept.ts";
import { references } from "./references.ts";
import { callSigned } from "./session.ts";

/** Asks the unit for one case and takes facts, ticks and notes in; answers whether anything came. */
export async function askUnit(memory: CaseMemory): Promise<boolean> {
  const key = await local("referenceKey");
  if (key === undefined || memory.key.startsWith("tab:")) return false;
  const answer = await callSigned("caseView", { params: { key: memory.key } });
  if (!answer.ok) return false;
  const { back } = references(key, memory.key, mergedCase(memory).sheet);
  const facts = answer.value.facts.map((fact): Fact => {
    const on = back(`${fact.entity}/${fact.id}`);
    return { ...fact, entity: fact.entity as ElementId, id: on.slice(on.indexOf("/") + 1), page: "ledger" };
  });
  memory.notes = answer.value.notes;
  memory.ticks = answer.value.ticks;
  takeLedger(memory, facts, answer.value.complete, answer.value.at);
  return true;
}

/** Puts a note in place of its older self. */
export function takeNote(memory: CaseMemory, note: CaseMemory["notes"][number]): void {
  memory.notes = [...memory.notes.filter((n) => n.id !== note.id), note].sort((a, b) =>
    a.at < b.at ? -1 : 1,
  );
  touched(memory);
}
