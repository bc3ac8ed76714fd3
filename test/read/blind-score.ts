// Compares what was read of a page with what a person saw on it, and counts.

import { foldLabel } from "../../shared/dictionary/fold.ts";
import { tableCells } from "./blind-tables.ts";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly complete: boolean;
}

export interface Read {
  readonly pageKind: string;
  readonly cells: readonly { readonly label: string; readonly value: string }[];
  readonly tables: readonly Table[];
  readonly facts: readonly {
    readonly entity: string;
    readonly id: string;
    readonly field: string;
    readonly state: string;
    /** `known:盗窃`, `absent:` or `unread:`. */
    readonly shown: string;
    readonly label: string;
  }[];
}

/** What a person saw. `may` = seen, but a reader is right to leave it out as well; ` || ` parts two good answers. */
export interface Expected {
  readonly family: string;
  readonly pageKind: string;
  readonly cells: readonly string[];
  readonly mayCells: readonly string[];
  /** A column's name begins with `?` when it may be left out. */
  readonly tables: readonly (Table & { readonly may?: boolean })[];
  /** One group is one thing: all its fields must have been put on the same one. */
  readonly facts: readonly {
    readonly entity: string;
    readonly of: string;
    readonly facts: readonly string[];
    readonly may?: boolean;
  }[];
  /** `entity.field`, or `entity.field=value`. */
  readonly mayFacts: readonly string[];
}

export interface Counts {
  readonly right: number;
  readonly read: number;
  readonly expected: number;
}

export interface Figures {
  readonly cells: Counts;
  readonly facts: Counts;
  readonly kind: Counts;
}

const none: Counts = { right: 0, read: 0, expected: 0 };
export const nothing: Figures = { cells: none, facts: none, kind: none };

const plus = (a: Counts, b: Counts): Counts => ({
  right: a.right + b.right,
  read: a.read + b.read,
  expected: a.expected + b.expected,
});

/** The figures of two pages together. */
export const add = (a: Figures, b: Figures): Figures => ({
  cells: plus(a.cells, b.cells),
  facts: plus(a.facts, b.facts),
  kind: plus(a.kind, b.kind),
});

/** Of what was read, the share that is right (0 to 1). */
export const precision = ({ right, read }: Counts): number => right / Math.max(1, read);

/** Of what was to be read, the share that was (0 to 1). */
export const recall = ({ right, expected }: Counts): number => right / Math.max(1, expected);

/** White space and the signs between two values of one label don't make a difference. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s+(?:至|到|~|-|—|–|→)\s+|\s*[,;]\s*/g, "、")
    .replace(/\s+/g, "");

const splitAt = (line: string): [string, string] => {
  const at = line.indexOf("=");
  return [line.slice(0, at), line.slice(at + 1)];
};

/** Whether `value` is one of the good answers. */
export const same = (value: string, good: string): boolean =>
  good.split("||").some((one) => bare(one) === bare(value));

const KNOWN = "known:";

const sameFact = (shown: string, good: string): boolean =>
  good.startsWith(KNOWN)
    ? shown.startsWith(KNOWN) && same(shown.slice(KNOWN.length), good.slice(KNOWN.length))
    : shown === good;

interface Outcome {
  readonly counts: Counts;
  readonly missed: readonly string[];
}

function scoreCells(read: Read, expected: Expected): Outcome {
  const left = [...read.cells];
  const missed: string[] = [];
  let right = 0;
  for (const line of expected.cells) {
    const [label, good] = splitAt(line);
    const fits = left.filter((cell) => foldLabel(cell.label) === foldLabel(label));
    const hit = fits.find(({ value }) => same(value, good));
    if (hit === undefined)
      missed.push(
        `cell ${label} | expected ${good} | got ${fits.map(({ value }) => value).join(" / ") || "nothing"}`,
      );
    else {
      left.splice(left.indexOf(hit), 1);
      right++;
    }
  }
  for (const line of expected.mayCells) {
    const at = left.findIndex((cell) => foldLabel(cell.label) === foldLabel(splitAt(line)[0]));
    if (at >= 0) left.splice(at, 1);
  }
  for (const { label, value } of left) missed.push(`cell ${label} | expected nothing | got ${value}`);
  return { counts: { right, read: right + left.length, expected: expected.cells.length }, missed };
}

type Group = Map<string, { readonly shown: string; readonly label: string }[]>;

function groupsOf(read: Read): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { entity, id, field, state, shown, label } of read.facts) {
    if (state === "unread") continue;
    const key = `${entity}/${id}`;
    const group: Group = groups.get(key) ?? new Map();
    groups.set(key, group);
    const there = group.get(field) ?? [];
    if (!there.some((other) => other.shown === shown)) group.set(field, [...there, { shown, label }]);
  }
  return groups;
}

const agreeing = (group: Group, facts: readonly string[]): number =>
  facts.filter((line) => {
    const [field, good] = splitAt(line);
    return group.get(field)?.some(({ shown }) => sameFact(shown, good));
  }).length;

function scoreFacts(read: Read, expected: Expected): Outcome {
  const groups = groupsOf(read);
  const missed: string[] = [];
  let right = 0;
  let wanted = 0;
  const pairs = expected.facts
    .flatMap((thing) =>
      [...groups]
        .filter(([key]) => key.startsWith(`${thing.entity}/`))
        .map(([key, group]) => ({ thing, key, score: agreeing(group, thing.facts) })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || Number(a.thing.may ?? false) - Number(b.thing.may ?? false));
  const taken = new Map<unknown, string>();
  for (const { thing, key } of pairs)
    if (!taken.has(thing) && ![...taken.values()].includes(key)) taken.set(thing, key);
  for (const thing of expected.facts) {
    const group = groups.get(taken.get(thing) ?? "");
    if (thing.may !== true) wanted += thing.facts.length;
    for (const line of thing.facts) {
      const [field, good] = splitAt(line);
      const there = group?.get(field) ?? [];
      const hit = there.find(({ shown }) => sameFact(shown, good));
      if (hit !== undefined) {
        const others = there.filter((other) => other !== hit);
        if (others.length > 0) group?.set(field, others);
        else group?.delete(field);
        if (thing.may !== true) right++;
      } else if (thing.may !== true)
        missed.push(
          `fact ${thing.entity} ${thing.of} ${field} | expected ${good} | got ${there.map(({ shown }) => shown).join(" / ") || "nothing"}`,
        );
    }
  }
  let wrong = 0;
  for (const [key, group] of groups)
    for (const [field, facts] of group)
      for (const { shown, label } of facts) {
        const entity = key.split("/")[0] ?? "";
        const may = expected.mayFacts.some((line) => {
          const [name, good] = line.includes("=") ? splitAt(line) : [line, undefined];
          return (
            name === `${entity}.${field}` &&
            (good === undefined || same(shown.replace(/^known:|^absent:$/, ""), good))
          );
        });
        if (may) continue;
        wrong++;
        missed.push(`fact ${key} ${field} (${label}) | expected nothing | got ${shown}`);
      }
  return { counts: { right, read: right + wrong, expected: wanted }, missed };
}

/** Counts what is right, what was read and what was to be read, and names each difference. */
export function score(read: Read, expected: Expected): { figures: Figures; missed: readonly string[] } {
  const cells = scoreCells(read, expected);
  const tables = tableCells(read.tables, expected.tables);
  const facts = scoreFacts(read, expected);
  const rightKind = expected.pageKind.split(" || ").includes(read.pageKind);
  return {
    figures: {
      cells: plus(cells.counts, tables.counts),
      facts: facts.counts,
      kind: { right: rightKind ? 1 : 0, read: 1, expected: 1 },
    },
    missed: [
      ...cells.missed,
      ...tables.missed,
      ...facts.missed,
      ...(rightKind ? [] : [`page kind | expected ${expected.pageKind} | got ${read.pageKind}`]),
    ],
  };
}
