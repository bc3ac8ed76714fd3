// What of a case goes to the unit: changed facts of class `unit` and changed findings, under travelling names.
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import { unitOnly } from "../../shared/dictionary/privacy.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Judgement } from "../../shared/rules/finding.ts";
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

const travellingFindings = (judgement: Judgement, refs: References): UnitFinding[] =>
  judgement.findings
    .filter((f) => !isDraft(f.on.split("/")[1] ?? ""))
    .map((f) => ({
      rule: f.rule,
      on: refs.out(f.on),
      verdict: f.verdict,
      colour: f.colour,
      ...(f.due === undefined ? {} : { due: f.due }),
      ...(f.since === undefined ? {} : { since: f.since }),
      ...(f.mended === undefined ? {} : { mended: f.mended }),
      missing: f.missing.slice(0, 16).map(refs.out),
      key: refs.key(f.key),
    }));

interface Fresh<T> {
  readonly item: T;
  readonly mark: Mark;
}

const unseen = async <T>(
  items: readonly T[],
  key: (item: T) => string,
  state: (item: T) => string,
): Promise<Fresh<T>[]> => {
  const store = (await database()).transaction("queued").store;
  const fresh: Fresh<T>[] = [];
  for (const item of items) {
    const mark: Mark = [key(item), state(item)];
    if ((await store.get(mark[0])) !== mark[1]) fresh.push({ item, mark });
  }
  return fresh;
};

/** Without the moot ones, save those that the unit was told otherwise before. */
const told = async (mine: string, findings: readonly UnitFinding[]): Promise<UnitFinding[]> => {
  const { store } = (await database()).transaction("queued");
  const kept: UnitFinding[] = [];
  for (const f of findings)
    if (f.verdict !== "moot" || (await store.getKey(`${mine}|finding|${f.rule}/${f.on}`)) !== undefined)
      kept.push(f);
  return kept;
};

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
  const changed = await unseen(
    read,
    (f) => `${mine}|fact|${f.entity}/${f.id}.${f.field}`,
    (f) => JSON.stringify([f.state, f.value ?? null]),
  );
  const found = await unseen(
    await told(mine, travellingFindings(judgement, refs)),
    (f) => `${mine}|finding|${f.rule}/${f.on}`,
    (f) => JSON.stringify([f.verdict, f.colour, f.due, f.since, f.key]),
  );
  const complete = wholeLists(memory, seen, read);
  const rows = Object.fromEntries(
    complete.map((list) => [
      list,
      [...new Set(read.filter((f) => f.entity === list).map((f) => f.id))].sort(),
    ]),
  );
  const [shape] = await unseen([rows], () => `${mine}|rows`, JSON.stringify);
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
