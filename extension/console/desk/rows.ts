// The matters of the desk as its rows: what the unit told, joined with the words of the pack and put in order.

import type { Reply } from "../../../shared/api/contract.ts";
import type { DeskCase, DeskFinding } from "../../../shared/api/routes/desk.ts";
import type { ItemView } from "../../../shared/api/routes/items.ts";
import type { Note, Reminder } from "../../../shared/api/shapes.ts";
import { pathLabel } from "../../../shared/dictionary/words.ts";
import { partsOfKey } from "../../../shared/facts/case-key.ts";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import { byRisk, type DeskMatter } from "../../../shared/supervision/desk.ts";
import { words } from "../../words/console-desk.ts";

const WORDS = words.desk;

export interface DeskRow extends DeskMatter {
  readonly title: string;
  /** One line below the title, where the title does not say all. */
  readonly sub?: string;
  readonly number: string;
  readonly platform: string;
  /** 盗窃 */
  readonly what?: string;
  readonly handler: string;
  readonly finding?: DeskFinding;
  readonly rule?: PackedRule;
  readonly law?: { readonly statute: string; readonly article: string };
  readonly note?: Note;
  readonly item?: ItemView;
  /** The reminder that waits for a signature. */
  readonly reminder?: Reminder;
  /** The unit's last reminder of it, for whomever it is. */
  readonly told?: Reminder;
}

export interface DeskSources {
  readonly desk: Reply<"desk">;
  readonly items: readonly ItemView[];
  readonly reminders: readonly Reminder[];
  readonly rules: ReadonlyMap<string, PackedRule>;
}

/** 《程序规定》 is cut to its words: a title is one line. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const placeKey = (caseKey: string, rule: string, on: string): string => `${caseKey}\n${rule}@${on}`;

function namesOf(one: DeskCase | undefined, caseKey: string) {
  return {
    caseKey,
    number: one?.number ?? partsOfKey(caseKey).number,
    platform: one?.platform ?? partsOfKey(caseKey).platform,
    handler: one?.byName ?? "",
    ...(one?.what === undefined ? {} : { what: one.what }),
  };
}

function findingRow(
  finding: DeskFinding,
  of: DeskCase | undefined,
  { desk, rules }: DeskSources,
  reminder: Reminder | undefined,
  told: Reminder | undefined,
): DeskRow {
  const rule = rules.get(finding.rule);
  const there = desk.rules?.find(({ id }) => id === finding.rule);
  const named = there ?? rule;
  const title = (finding.verdict === "due" ? named?.titleDue : undefined) ?? named?.title ?? finding.rule;
  const basis =
    there?.statute === undefined ? rule?.basis[0] : { statute: there.statute, article: there.article ?? "" };
  const end = finding.due ?? undefined;
  return {
    ...namesOf(of, finding.caseKey),
    id: placeKey(finding.caseKey, finding.rule, finding.on),
    kind: "finding",
    verdict: finding.verdict,
    colour: finding.colour,
    weight: rule?.weight ?? "serious",
    due: end,
    since: finding.since,
    answered: finding.answered !== undefined,
    title,
    finding,
    ...(rule === undefined ? {} : { rule }),
    ...(basis === undefined ? {} : { law: basis }),
    ...(reminder === undefined ? {} : { reminder }),
    ...(told === undefined ? {} : { told }),
  };
}

const noteRow = (note: Note, of: DeskCase | undefined): DeskRow => {
  const due = note.due === undefined ? undefined : Date.parse(note.due);
  return {
    ...namesOf(of, note.caseKey),
    id: `note ${note.id}`,
    kind: "note",
    due,
    since: Date.parse(note.at),
    title: WORDS.noteOf(note.kind, short(note.said)),
    sub: WORDS.by(note.byName),
    note,
  };
};

const itemRow = (item: ItemView, of: DeskCase | undefined): DeskRow => ({
  ...namesOf(of, item.caseKey),
  number: item.number !== "" ? item.number : (item.ref ?? ""),
  id: `item ${item.id}`,
  kind: "item",
  due: item.limit,
  since: item.at,
  title: short(item.title),
  sub: WORDS.from(item.byName),
  item,
});

/** All rows in the desk's order at `now` (ms). */
export function deskRows(sources: DeskSources, now: number): readonly DeskRow[] {
  const { desk, items, reminders } = sources;
  const cases = new Map(desk.cases.map((one) => [one.key, one]));
  const waiting = new Map(
    reminders
      .filter(({ signed, mine }) => signed === undefined && mine === true)
      .map((one) => [placeKey(one.caseKey, one.rule, one.on), one]),
  );
  const told = new Map(
    [...reminders].sort((a, b) => a.at - b.at).map((one) => [placeKey(one.caseKey, one.rule, one.on), one]),
  );
  const rows: DeskRow[] = [
    ...desk.findings.map((finding) => {
      const place = placeKey(finding.caseKey, finding.rule, finding.on);
      return findingRow(finding, cases.get(finding.caseKey), sources, waiting.get(place), told.get(place));
    }),
    ...desk.notes.map((note) => noteRow(note, cases.get(note.caseKey))),
    ...items
      .filter(({ state }) => state !== "closed" && state !== "warned")
      .map((item) => itemRow(item, cases.get(item.caseKey))),
    ...desk.unchecked.map(
      ({ caseKey, count, missing }): DeskRow => ({
        ...namesOf(cases.get(caseKey), caseKey),
        id: `unchecked ${caseKey}`,
        kind: "unchecked",
        title: WORDS.unchecked(count),
        ...(missing.length === 0
          ? {}
          : { sub: WORDS.missing(missing.map((path) => `“${pathLabel(path)}”`).join("、")) }),
      }),
    ),
  ];
  return rows.sort(byRisk(now));
}
