// Makes the reading of one frame: from cells and tables to facts of the case, each at its thing, with its evidence.
import type { ElementId } from "../../../shared/dictionary/field.ts";
import type { Fact } from "../../../shared/facts/fact.ts";
import type { SiteProfile } from "../../../shared/rules/site-profile.ts";
import type { FrameScan, SeenCell } from "../../protocol/frame-scan.ts";
import type { FrameReading } from "../../protocol/messages.ts";
import { withApprovalLog } from "./approval-log.ts";
import { askedOf } from "./asked.ts";
import { ASIDE, type Box, boxesOf, MATTER } from "./boxes.ts";
import { withCallersPhone } from "./callers-phone.ts";
import { withCasesApart } from "./case-in-cell.ts";
import { withCaseInHeading } from "./case-in-heading.ts";
import { withExaminationRecord } from "./examination-record.ts";
import { withExpanded } from "./expanded-row.ts";
import { withoutHeadRows } from "./head-rows.ts";
import { plainKind, profiledKind, profileOf } from "./kind.ts";
import { withActionOver } from "./list-action.ts";
import { withListHead } from "./list-head.ts";
import { withSignatures } from "./list-signatures.ts";
import { joined, type Memory, nameThings } from "./naming.ts";
import { asCells } from "./one-row.ts";
import { withOnlyPerson } from "./only-person.ts";
import { ownPart } from "./other-cases.ts";
import { withPairsApart } from "./pairs-in-value.ts";
import { withPapersApart } from "./paper-in-cell.ts";
import { withSentences } from "./paper-words.ts";
import { placed } from "./placed.ts";
import { withRolesApart } from "./role-in-label.ts";
import { type Claim, settled } from "./settle.ts";
import { listed } from "./table-things.ts";
import { isMany, type Meant, meant, type Thing, thingsOf } from "./things.ts";
import { numberInTitles } from "./titled-number.ts";
import { standing } from "./turned-table.ts";
import { wholeListsOf } from "./whole-lists.ts";

/** Titles over what a page of a list tells of the one that was chosen. */
const DETAIL = /^(?:警情|案件|接处警|接警单?|处警|案事件)(?:详情|详细信息|明细|基本信息)$/;

/** The element that most cells can belong to, for pages whose titles say nothing. */
function mostMeant(all: readonly Meant[]): ElementId | undefined {
  const counts = new Map<ElementId, number>();
  for (const { meaning } of all)
    for (const { element, score } of meaning.candidates)
      counts.set(element, (counts.get(element) ?? 0) + score);
  let best: ElementId | undefined;
  for (const [element, count] of counts)
    if (count > (best === undefined ? 0 : counts.get(best)!)) best = element;
  return best;
}

/** What a box beside the case may tell of it: what a site profile says of it. */
const isTold = ({ told }: Meant): boolean => told === true;

/** What a box of another matter may tell: of such matters, what its label itself says to be of one, and the case's name. */
const isOfMatter = ({ cell, meaning, told }: Meant): boolean =>
  told === true ||
  MATTER.test(cell.label) ||
  meaning.candidates.some(
    ({ element, field }) =>
      element === "requests" || (element === "case" && /^(?:number|name)$/.test(field.id)),
  );

/** The case number that the page shows of the case itself. */
function numberIn(facts: readonly Fact[]): string | undefined {
  const of = (entity: ElementId, field: string): string | undefined => {
    const fact = facts.find((one) => one.entity === entity && one.field === field && one.state === "known");
    return typeof fact?.value === "string" ? fact.value : undefined;
  };
  return of("case", "number") ?? of("incident", "caseNumber");
}

/** The reading of one frame from what it saw; `now` is when (ms), `memory` what is kept between readings of one document. */
export function readFrame(
  scan: FrameScan,
  profiles: readonly SiteProfile[],
  now: number,
  memory: Memory,
): FrameReading {
  const profile = profileOf(scan, profiles);
  const told = profiledKind(scan, profile);
  const mean = (cell: SeenCell): Meant => meant(cell, told?.page);
  const titles = [...scan.titles, scan.title];
  const said = withPairsApart(withExaminationRecord(withSentences(scan), titles));
  const cells = [
    ...withoutHeadRows(
      withRolesApart(withCallersPhone(withCaseInHeading(withPapersApart(withCasesApart(said)), scan))).map(
        mean,
      ),
    ),
    ...scan.tables.flatMap(asCells).map(mean),
  ];
  const kind = told ?? plainKind(scan, mostMeant(cells));
  const boxes = boxesOf(scan.groups);
  // A list of cases says too little of each; what is opened over it, or told of one beneath it, is of one case.
  const isSilent = (group: Box | undefined): boolean =>
    kind.id === "list" && group?.dialog === undefined && !DETAIL.test(group?.titles[0] ?? "");
  const inBox = new Map<number, Meant[]>();
  const own = ownPart(scan, cells, boxes);
  const asked = askedOf(scan, own.cells, boxes);
  for (const one of own.cells) {
    const { group } = one.cell;
    if (asked.has(group)) continue;
    const there = inBox.get(group);
    if (there === undefined) inBox.set(group, [one]);
    else there.push(one);
  }
  let things: Thing[] = [];
  for (const [key, box] of inBox) {
    const group = boxes.get(key);
    if (isSilent(group) || group === undefined || group.search) continue;
    const read = group.aside ? box.filter(isTold) : group.matter ? box.filter(isOfMatter) : box;
    things.push(...thingsOf(group, read, kind.element));
  }
  /** Lists of things that were seized or handed in. */
  let lists = 0;
  let columns = 0;
  let matchedColumns = 0;
  const whole = new Map<ElementId, boolean>();
  for (const table of own.tables) {
    columns += table.columns.length;
    const group = boxes.get(table.group);
    const list =
      isSilent(group) || group === undefined || group.aside || ASIDE.test(table.section)
        ? undefined
        : listed(standing(table), group, kind.page, kind.element);
    if (list === undefined || (group?.matter === true && list.entity !== "requests")) continue;
    things.push(...list.things);
    if (list.entity === "property") lists++;
    matchedColumns += list.matched;
    whole.set(list.entity, (whole.get(list.entity) ?? true) && list.whole);
  }
  // An empty form to be filled in is nothing yet.
  const together = withApprovalLog(withExpanded(joined(things, kind.element)), own.tables, kind.element);
  const signed = withActionOver(withListHead(withSignatures(together, titles), lists), titles);
  things = placed(withOnlyPerson(signed)).filter(
    (thing) =>
      !isMany(thing.entity) ||
      !thing.editable ||
      thing.row ||
      thing.found.some(({ state }) => state !== "absent"),
  );
  const ids = nameThings(things, memory);
  const claims: Claim[] = [];
  for (const [at, thing] of things.entries()) {
    const weight = (thing.dialog ? 2 : 0) + (thing.touched ? 1 : 0);
    for (const found of thing.found) claims.push({ found, id: ids[at]!, weight });
  }
  const facts = settled(claims, { frame: scan.frame, page: kind.id, at: now });
  // On a list of cases every title and address may be of any of them.
  const caseNumber = numberIn(facts) ?? (kind.id === "list" ? undefined : numberInTitles(scan));
  // Where a part of the page could not be read, or it was not read to its end, more of any list may stand there.
  const completeLists =
    scan.faults.length > 0 ? [] : [...whole].filter(([, all]) => all).map(([entity]) => entity);
  return {
    frame: scan.frame,
    url: scan.url,
    pageKind: kind.id,
    pageLabel: kind.label,
    platform: profile?.platform ?? scan.host,
    ...(caseNumber === undefined ? {} : { caseNumber }),
    facts,
    completeLists,
    wholeLists: wholeListsOf(completeLists, kind.page),
    hits: {
      matched: cells.filter(({ meaning }) => meaning.candidates.length > 0).length + matchedColumns,
      seen:
        cells.filter(({ cell, meaning }) => cell.label !== "" || meaning.candidates.length > 0).length +
        columns,
    },
    ...(scan.slow ? { slow: true } : {}),
    at: now,
  };
}
