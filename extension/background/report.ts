// What of a case goes to the unit: changed facts of class `unit` and changed findings, under travelling names.
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import { unitOnly } from "../../shared/dictionary/privacy.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import type { EntryBody, UnitFact, UnitFinding } from "../../shared/supervision/entry.ts";
import { isDraft } from "../reading/facts/identity.ts";
import { type CaseMemory, mergedCase } from "./cases.ts";
import { database } from "./database.ts";
import { enqueue, type Mark } from "./outbox.ts";
import { type References, references } from "./references.ts";

/** The same fact under travelling names; persons named by other elements become references. */
const renamed = (fact: Fact, refs: References): Fact => {
  const type = fieldOf(fact.entity, fact.field)?.type.is;
  const id = fact.id === "" ? "" : (refs.out(`${fact.entity}/${fact.id}`).split("/")[1] ?? "");
  return type === "person" && typeof fact.value === "string"
    ? { ...fact, id, value: refs.person(fact.value) }
    : { ...fact, id };
};

const travelling = ({ entity, id, field, state, value, at, page }: Fact): UnitFact => ({
  entity,
  id,
  field,
  state,
  ...(value === undefined || state !== "known"
    ? {}
    : { value: typeof value === "object" ? [...value] : value }),
  at,
  page,
});

/** Travelling keys of findings, which the judge keeps as they are while nothing changes them. */
let travelled = { by: "", keys: new WeakMap<Finding, string>() };

function travellingKey(keyHex: string, finding: Finding, refs: References): string {
  if (travelled.by !== keyHex) travelled = { by: keyHex, keys: new WeakMap() };
  const key = travelled.keys.get(finding) ?? refs.key(finding.key);
  travelled.keys.set(finding, key);
  return key;
}

const travellingFindings = (findings: readonly Finding[], refs: References, keyHex: string): UnitFinding[] =>
  findings.map((f) => ({
    rule: f.rule,
    on: refs.out(f.on),
    verdict: f.verdict,
    colour: f.colour,
    ...(f.due === undefined ? {} : { due: f.due }),
    ...(f.since === undefined ? {} : { since: f.since }),
    ...(f.mended === undefined ? {} : { mended: f.mended }),
    missing: f.missing.slice(0, 16).map(refs.out),
    key: travellingKey(keyHex, f, refs),
  }));

interface Fresh<T> {
  readonly item: T;
  readonly mark: Mark;
}

/** What was queued of a case before, by its mark: one question to the database, for a case has thousands of findings. */
const queuedBefore = async (mine: string): Promise<ReadonlyMap<string, string>> => {
  const { store } = (await database()).transaction("queued");
  const range = IDBKeyRange.bound(`${mine}|`, `${mine}|\uffff`);
  const [keys, states] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return new Map(keys.map((key, i) => [key, states[i]!]));
};

const unseen = <T>(
  items: readonly T[],
  before: ReadonlyMap<string, string>,
  key: (item: T) => string,
  state: (item: T) => string,
): Fresh<T>[] =>
  items.flatMap((item): Fresh<T>[] => {
    const mark: Mark = [key(item), state(item)];
    return before.get(mark[0]) === mark[1] ? [] : [{ item, mark }];
  });

/** Lists that are whole for the unit too: one with rows of which nothing travels would be an empty list to it. */
const wholeLists = (memory: CaseMemory, seen: readonly Fact[], sent: readonly UnitFact[]): string[] => {
  const rows = (facts: readonly { entity: string; id: string }[], list: string): number =>
    new Set(facts.filter((f) => f.entity === list).map((f) => f.id)).size;
  return Object.keys(memory.complete).filter((list) => rows(seen, list) === rows(sent, list));
};

const slices = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** Queues what changed since the last report of this case; answers how many entries were queued. */
export async function report(
  device: string,
  keyHex: string,
  memory: CaseMemory,
  judgement: Judgement,
): Promise<number> {
  const { sheet, facts } = mergedCase(memory);
  const refs = references(keyHex, memory.key, sheet);
  const seen = facts.filter((f) => f.page !== "ledger" && !isDraft(f.id));
  const own = seen.filter((f) => f.state !== "unread");
  const read = unitOnly(own.map((f) => renamed(f, refs))).map(travelling);
  const mine = `${device}|${memory.key}`;
  const before = await queuedBefore(mine);
  const changed = unseen(
    read,
    before,
    (f) => `${mine}|fact|${f.entity}/${f.id}.${f.field}`,
    // Kept on this disk after its officer has gone: no name may stand in it. Times and figures say nobody's.
    ({ state, value = null }) => {
      const said = JSON.stringify([state, value]);
      return typeof value === "string" || Array.isArray(value) ? refs.state(said) : said;
    },
  );
  const markOf = ({ rule, on }: { readonly rule: string; readonly on: string }): string =>
    `${mine}|finding|${rule}/${on}`;
  // Without those that say nothing of this case, save where the unit was told otherwise before.
  const told = judgement.findings.filter(
    ({ rule, on, verdict, applies }) =>
      !isDraft(on.split("/")[1] ?? "") &&
      ((verdict !== "moot" && applies === "yes") || before.has(markOf({ rule, on: refs.out(on) }))),
  );
  const found = unseen(travellingFindings(told, refs, keyHex), before, markOf, (f) =>
    JSON.stringify([f.verdict, f.colour, f.due, f.since, f.key]),
  );
  const complete = wholeLists(memory, seen, read);
  const rows = Object.fromEntries(
    complete.map((list) => [
      list,
      [...new Set(read.filter((f) => f.entity === list).map((f) => f.id))].sort(),
    ]),
  );
  const [shape] = unseen([rows], before, () => `${mine}|rows`, JSON.stringify);
  const parts = slices(changed, 500);
  // A list that became whole, or lost a row, is news even where no fact changed.
  if (shape !== undefined && parts.length === 0) parts.push([]);
  const bodies: [EntryBody, Mark[]][] = [
    ...parts.map((part, i): [EntryBody, Mark[]] => [
      {
        kind: "facts",
        facts: part.map((f) => f.item),
        complete,
        ...(i === 0 && shape !== undefined ? { rows } : {}),
      },
      [...part.map((f) => f.mark), ...(i === 0 && shape !== undefined ? [shape.mark] : [])],
    ]),
    ...slices(found, 300).map((part): [EntryBody, Mark[]] => [
      { kind: "findings", findings: part.map((f) => f.item), pack: judgement.pack.revision },
      part.map((f) => f.mark),
    ]),
  ];
  for (const [body, marks] of bodies) await enqueue(device, memory.key, body, judgement.at, marks);
  return bodies.length;
}
