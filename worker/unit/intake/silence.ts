// What the silence of a system tells: where it reports everything of the unit, a case of which it said nothing has nothing there.

import type { Element, ElementList, FactSheet } from "../../../shared/facts/sheet.ts";
import type { IntakeId } from "../../../shared/intake/kind.ts";
import { INTAKE_KINDS } from "../../../shared/intake/kinds.ts";
import { keep, setting } from "../../sql.ts";

/** Since when (ms) a kind of system reports everything of this unit. */
export type Covers = Readonly<Partial<Record<IntakeId, number>>>;

const COVERS = "intake-covers";
const NONE: Covers = {};

/** What is covered here. */
export function coversOf(sql: SqlStorage): Covers {
  const text = setting(sql, COVERS);
  return text === undefined ? NONE : (JSON.parse(text) as Covers);
}

/** Begins or, with null, ends the covering; answers whether anything changed. */
export function setCover(sql: SqlStorage, kind: IntakeId, since: number | null): boolean {
  const { [kind]: before, ...rest } = coversOf(sql);
  if ((before ?? null) === since) return false;
  keep(sql, COVERS, JSON.stringify(since === null ? rest : { ...rest, [kind]: since }));
  return true;
}

/** Only a case that was accepted after the system was connected can be known by its silence. */
const within = (sheet: FactSheet, since: number): boolean => {
  const at = sheet.case?.cells["acceptedAt"];
  return typeof at === "number" && at >= since;
};

/** The sheet with what was not reported as blank; what was read, and cases from before, stay as they are. */
export function withSilence(sheet: FactSheet, covers: Covers): FactSheet {
  let told: FactSheet = sheet;
  for (const { id, element, silence, first } of INTAKE_KINDS) {
    const since = covers[id];
    if (since === undefined || silence === "none" || !within(sheet, since)) continue;
    if (silence === "list") {
      const list = (told[element] ?? { items: [], complete: false }) as ElementList;
      told = { ...told, [element]: { ...list, complete: true } };
      continue;
    }
    const one = (told[element] ?? { id: "", cells: {} }) as Element;
    const blank = Object.fromEntries(first.map((field) => [field, null]));
    told = { ...told, [element]: { ...one, cells: { ...blank, ...one.cells } } };
  }
  return told;
}
