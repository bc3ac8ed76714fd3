// From the labelled cells of one box to the things of the case that they describe.
import { elementOf, fieldOf } from "../../../shared/dictionary/dictionary.ts";
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { PageKind } from "../../../shared/rules/site-profile.ts";
import type { SeenCell as Cell } from "../../protocol/frame-scan.ts";
import type { Box } from "./boxes.ts";
import { type Codes, codesOf } from "./codes.ts";
import { correctedMeaning } from "./corrections.ts";
import { beside, ofCaseToo, reporterOf, wordOf } from "./double-meaning.ts";
import { type Found, foundIn, foundSpan } from "./found.ts";
import { tellsApart } from "./identity.ts";
import { mainElement } from "./main-element.ts";
import { allOf, candidateOf, type Meaning, meaningOf, NO_MEANING, plainBest, speaksOfSpan } from "./match.ts";
import {
  areSeveral,
  bindTo,
  headed,
  interviewBy,
  measureOver,
  ROLES,
  subjectBeside,
  unplaced,
} from "./person-in-box.ts";
import { repeatsIn } from "./repeats.ts";
import { fitting } from "./shape.ts";
import { areStaff, withoutBareRoles, withoutOthers } from "./whose.ts";
import { elementInTitle } from "./words.ts";

/** One thing of the case as one place of the page shows it. */
export interface Thing {
  readonly entity: ElementId;
  readonly found: readonly Found[];
  /** Path to its row, or to a cell of its box. */
  readonly css: string;
  /** Key of the box, or of the dialog, in which it stands. */
  readonly box: number;
  readonly dialog: boolean;
  readonly editable: boolean;
  /** A person has typed in its box. */
  readonly touched: boolean;
  /** A row of a table of records. */
  readonly row: boolean;
  /** Name of the person whose particulars these are, where another thing beside it gives the name. */
  readonly owner?: string | undefined;
}

/** Persons beside the main one; their names and numbers are not the main person's. */
const OTHERS = /监护人|法定代理人|见证人|翻译|保证人|辩护|律师|家属|亲属|联系人|陪同/;

export const isMany = (entity: ElementId): boolean => elementOf(entity)?.cardinality === "many";

export interface Meant {
  readonly cell: Cell;
  readonly meaning: Meaning;
  /** The site profile says so. */
  readonly told?: boolean;
  /** What the host's codes mean here. */
  readonly codes?: Codes | undefined;
}

/** What a cell's label can mean at its place, corrections of the profile first. */
export function meant(cell: Cell, page: PageKind | undefined): Meant {
  const codes = codesOf(page);
  const corrected = correctedMeaning(cell, page);
  if (corrected !== undefined) return { cell, meaning: corrected, told: true, codes };
  const role = ROLES.test(cell.section);
  const plain = role ? meaningOf(cell.label, "", cell.codes) : undefined;
  if (plain !== undefined && candidateOf(plain, "persons") !== undefined)
    return {
      cell,
      meaning: {
        ...plain,
        candidates: plain.candidates.filter(({ element }) => element === "persons"),
        within: plain.within.filter(({ element }) => element === "persons"),
      },
      codes,
    };
  const meaning = meaningOf(wordOf(cell), cell.section, cell.codes);
  return { cell, meaning: OTHERS.test(cell.section) && !meaning.whole ? NO_MEANING : meaning, codes };
}

const foundByCell = new WeakMap<Cell, Map<string, readonly Found[]>>();

function foundFor(
  { cell, meaning, codes }: Meant,
  entity: ElementId,
  id: string,
  titles: readonly string[],
): readonly Found[] {
  const field = fieldOf(entity, id)!;
  const seen = { ...cell, titles };
  if (codes?.has(`${entity}.${id}`)) return foundIn(entity, field, seen, meaning.conflict, codes);
  const made = foundByCell.get(cell) ?? new Map<string, readonly Found[]>();
  foundByCell.set(cell, made);
  const key = `${meaning.conflict}${entity}.${id}`;
  let found = made.get(key);
  if (found === undefined) {
    found = foundIn(entity, field, seen, meaning.conflict);
    made.set(key, found);
  }
  return found;
}

/** The things that the cells of one box describe. `sections` with a person's role are persons of their own. */
export function thingsOf(
  group: Box,
  cells: readonly Meant[],
  pageElement: ElementId | undefined,
): readonly Thing[] {
  const parts = new Map<string, Meant[]>();
  for (const one of cells) {
    const section = one.cell.section;
    const key =
      ROLES.test(section) ||
      (section !== "" && elementInTitle(section) !== undefined && !OTHERS.test(section))
        ? section
        : "";
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [one]);
    else part.push(one);
  }
  const things = [...parts].flatMap(([section, part]) => {
    const named = section === "" ? undefined : ROLES.test(section) ? "persons" : elementInTitle(section);
    const main = mainElement(
      named === undefined ? group : { ...group, hints: [named, ...group.hints] },
      part,
      pageElement,
    );
    const several = repeatsIn(part, main);
    if (several === undefined) {
      const made = partThings(group, withoutOthers(part, main), main);
      return [...made, ...reporterOf(section, made)];
    }
    return [
      ...several.things.flatMap((cells) =>
        partThings(group, withoutOthers(cells, several.entity), several.entity),
      ),
      ...partThings(group, several.shared, main),
    ];
  });
  // Time, place and recorder of another record than that of an interview.
  const isOther = ({ entity, found }: Thing): boolean =>
    pageElement === "examinations" && entity === "interviews" && ownerIn(found) === undefined;
  return things.filter((thing) => !isOther(thing));
}

function partThings(group: Box, cells: readonly Meant[], main: ElementId | undefined): readonly Thing[] {
  const found = new Map<ElementId, Found[]>();
  const editable = new Set<ElementId>();
  const told = new Set<ElementId>();
  const put = (entity: ElementId, states: readonly Found[], cell: Cell): void => {
    const list = found.get(entity);
    if (list === undefined) found.set(entity, [...states]);
    else list.push(...states);
    if (cell.editable) editable.add(entity);
  };
  const rest: Meant[] = [];
  for (const one of cells) {
    const { cell, meaning } = one;
    const alone = (main === undefined ? undefined : candidateOf(meaning, main)) ?? plainBest(meaning);
    const best = beside(alone, one, main, cells);
    const spanned = main !== undefined && best?.element !== main ? foundSpan(main, cell) : undefined;
    if (best !== undefined && one.told === true) told.add(best.element);
    if (best !== undefined && (spanned === undefined || !isSpanLabel(cell)))
      put(best.element, fitting(best, foundFor(one, best.element, best.field.id, group.titles)), cell);
    else if (spanned !== undefined) put(main!, spanned, cell);
    if (best === undefined && spanned === undefined) rest.push(one);
  }
  const there = [...found]
    .filter(([entity, states]) => isMany(entity) && fieldsOf(states) > 1)
    .map(([entity]) => entity);
  for (const one of rest) {
    const among = allOf(one.meaning).filter(({ element }) => there.includes(element));
    if (among.length === 1)
      put(
        among[0]!.element,
        fitting(among[0]!, foundFor(one, among[0]!.element, among[0]!.field.id, group.titles)),
        one.cell,
      );
  }
  if (areStaff(cells.map(({ cell }) => cell.label))) found.delete("persons");
  const people = found.get("persons");
  if (people !== undefined && areSeveral(people)) found.set("persons", people.map(unplaced));
  if (people !== undefined) people.push(...headed(group, cells, people));
  if (main === "persons" && people !== undefined && !areSeveral(people)) bindTo(people, found);
  if (main !== undefined && people !== undefined && !areSeveral(people))
    found.get(main)?.push(...subjectBeside(main, found.get(main)!, people));
  const measures = main === "measures" ? found.get(main) : undefined;
  if (measures !== undefined && measures.length > 1) {
    const { section, css } = cells[0]!.cell;
    measures.push(...measureOver(section || (group.titles[0] ?? ""), measures, css));
  }
  for (const one of main === "penalties" ? ofCaseToo(found.get(main) ?? []) : [])
    found.set("case", [...(found.get("case") ?? []), one]);
  const interview = main === "interviews" ? (found.get(main) ?? []) : [];
  interview.push(...interviewBy(cells, interview));
  for (const [entity, states] of found)
    if (!told.has(entity)) found.set(entity, withoutBareRoles(group.titles[0] ?? "", cells, states));
  const things: Thing[] = [];
  const owner = main === undefined || main === "persons" ? undefined : ownerIn(found.get(main) ?? []);
  for (const [entity, states] of found) {
    if (states.length === 0) continue;
    // One stray field of another list is no thing: nobody can say whose it is, unless a person has said what it is.
    const stray = isMany(entity) && entity !== main && entity !== "persons" && fieldsOf(states) < 2;
    if (stray && !told.has(entity)) continue;
    // Particulars without a name in a box about something else: nobody can say whose they are.
    const nameless =
      owner === undefined && !told.has(entity) && !states.some(({ field }) => tellsApart(entity, field.id));
    if (entity === "persons" && main !== undefined && main !== "persons" && nameless) continue;
    // `犯罪嫌疑人：韩某某` over a measure names a person, and is no measure itself.
    const names =
      isMany(entity) && entity !== "persons" && states.every(({ field }) => field.type.is === "person");
    if (names && !told.has(entity)) continue;
    const whose = entity === "persons" ? owner : undefined;
    things.push({
      entity,
      found: whose === undefined ? states : [...states, ...nameOf(found.get(main!) ?? [])],
      css: cells[0]!.cell.css,
      box: group.dialog ?? group.key,
      dialog: group.dialog !== undefined,
      editable: editable.has(entity),
      touched: group.touched,
      row: false,
      owner: whose,
    });
  }
  return things;
}

/** How many fields of a thing were found. */
const fieldsOf = (states: readonly Found[]): number => new Set(states.map(({ field }) => field)).size;

/** The name in a thing's reference to a person. */
export const ownerIn = (states: readonly Found[]): string | undefined => {
  const name = states.find(({ field, state }) => field.type.is === "person" && state === "known")?.value;
  return typeof name === "string" ? name : undefined;
};

/** The same name as the name of that person. */
export const nameOf = (states: readonly Found[]): readonly Found[] =>
  states
    .filter(({ field, state }) => field.type.is === "person" && state === "known")
    .map((one) => ({ ...one, entity: "persons", field: fieldOf("persons", "name")! }));

const isSpanLabel = (cell: Cell): boolean => cell.parts !== undefined && speaksOfSpan(cell.label);
