// Makes the reading of one frame: from cells and tables to facts of the case, each at its thing, with its evidence.
import type { ElementId } from "../../shared/dictionary/field.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import type { FrameReading } from "../protocol/messages.ts";
import type { Unit } from "./cell.ts";
import { type Group, type Groups, groupsOf } from "./groups.ts";
import { joined, type Memory, nameThings } from "./naming.ts";
import { type Kind, pageKind } from "./page-kind.ts";
import { type Claim, settled } from "./settle.ts";
import { listed } from "./table-things.ts";
import { isMany, type Meant, meant, type Thing, thingsOf } from "./things.ts";

export interface Place {
  readonly document: Document;
  readonly profile: SiteProfile | undefined;
  readonly frame: string;
  readonly now: number;
  readonly memory: Memory;
}

export interface Reading extends FrameReading {
  readonly kind: Kind;
}

/** What holds as long as only values change. */
export interface FactsCache {
  readonly kind: Kind;
  readonly groups: Groups;
}

export interface FactsResult {
  readonly reading: Reading;
  readonly cache: FactsCache;
}

/** The element that most cells can belong to, for pages whose titles say nothing. */
function mostMeant(all: readonly Meant[]): ElementId | undefined {
  const counts = new Map<ElementId, number>();
  for (const { meaning } of all)
    for (const { element, score } of meaning.candidates) counts.set(element, (counts.get(element) ?? 0) + score);
  let best: ElementId | undefined;
  for (const [element, count] of counts) if (count > (best === undefined ? 0 : counts.get(best)!)) best = element;
  return best;
}

/** The case number that the page shows of the case itself. */
function numberIn(facts: readonly Fact[]): string | undefined {
  const of = (entity: ElementId, field: string): string | undefined => {
    const fact = facts.find((one) => one.entity === entity && one.field === field && one.state === "known");
    return typeof fact?.value === "string" ? fact.value : undefined;
  };
  return of("case", "number") ?? of("incident", "caseNumber");
}

/** The reading of one frame from all that was scanned in it. */
export function readFacts(units: readonly Unit[], place: Place, cache?: FactsCache): FactsResult {
  const { document, profile, frame, now, memory } = place;
  const early = cache?.kind ?? (profile === undefined ? undefined : pageKind(document, profile, undefined));
  const cells = units.flatMap((unit) => unit.cells.map((cell) => ({ unit, one: meant(cell, early?.page) })));
  const kind =
    cache?.kind ?? (early?.page ? early : pageKind(document, profile, mostMeant(cells.map(({ one }) => one))));
  const groups = cache?.groups ?? groupsOf(kind.page);
  const boxes = new Map<Group, Meant[]>();
  for (const { unit, one } of cells) {
    const group = groups.of(unit.root);
    if (group.search || kind.id === "list") continue;
    const box = boxes.get(group);
    if (box === undefined) boxes.set(group, [one]);
    else box.push(one);
  }
  let things: readonly Thing[] = [...boxes].flatMap(([group, box]) => thingsOf(group, box, kind.element));
  let columns = 0;
  let matchedColumns = 0;
  const whole = new Map<ElementId, boolean>();
  for (const unit of units)
    for (const table of unit.tables) {
      columns += table.columns.length;
      if (kind.id === "list") continue;
      const list = listed(table, groups.of(unit.root), kind.page, kind.element);
      if (list === undefined) continue;
      things = [...things, ...list.things];
      matchedColumns += list.matched;
      whole.set(list.entity, (whole.get(list.entity) ?? true) && list.whole);
    }
  // An empty form to be filled in is nothing yet.
  things = joined(things, kind.element).filter(
    (thing) => !isMany(thing.entity) || !thing.editable || thing.row || thing.found.some(({ state }) => state !== "absent"),
  );
  const ids = nameThings(things, memory);
  const claims: Claim[] = [];
  for (const [at, thing] of things.entries()) {
    const touched = memory.touched.has(thing.dialog ?? thing.node) ? 1 : 0;
    const weight = (thing.dialog === undefined ? 0 : 2) + (thing.row ? 0 : touched);
    for (const found of thing.found) claims.push({ found, id: ids[at]!, weight });
  }
  const facts = settled(claims, { frame, page: kind.id, at: now });
  const caseNumber = numberIn(facts);
  const url = document.location?.href ?? "";
  const reading: Reading = {
    frame,
    url,
    pageKind: kind.id,
    pageLabel: kind.label,
    platform: profile?.platform ?? document.location?.host ?? "",
    ...(caseNumber === undefined ? {} : { caseNumber }),
    facts,
    completeLists: [...whole].filter(([, all]) => all).map(([entity]) => entity),
    hits: {
      matched: cells.filter(({ one }) => one.meaning.candidates.length > 0).length + matchedColumns,
      seen: cells.length + columns,
    },
    at: now,
    kind,
  };
  return { reading, cache: { kind, groups } };
}
