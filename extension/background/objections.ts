// Objections on this side: the masked facts that go with one, and the answers that come back to the cards.
import { fieldOf } from "../../shared/dictionary/dictionary.ts";
import { pathOf, placeOf } from "../../shared/dictionary/path.ts";
import { PERSON_REFERENCE, unitOnly } from "../../shared/dictionary/privacy.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import type { FactSnapshot } from "../../shared/supervision/entry.ts";
import type { Objection } from "../../shared/supervision/objection.ts";
import type { FindingAnswer } from "../protocol/messages.ts";
import { type CaseMemory, knownCase, mergedCase } from "./cases.ts";
import { database, ofOfficer } from "./database.ts";
import { local } from "./kept.ts";
import { judgementOf } from "./live.ts";
import { type References, references } from "./references.ts";
import { callSigned } from "./session.ts";
import { deviceOfMember } from "./sync.ts";

/** Fields that a snapshot carries at most. */
const MOST = 40;

/** The finding's facts without anything personal: a local field is told by its state, a person by reference. */
export function snapshotOf(finding: Finding, facts: readonly Fact[], refs: References): FactSnapshot {
  const byPath = new Map(
    facts.map((fact) => [pathOf({ element: fact.entity, id: fact.id, field: fact.field }), fact]),
  );
  const fields = finding.fields.flatMap(({ path, state }): FactSnapshot["fields"] => {
    const out = refs.out(path);
    const place = placeOf(out);
    if (place?.field === undefined) return [];
    if (place.element === "persons" && !PERSON_REFERENCE.test(place.id)) return [];
    const fact = byPath.get(path);
    const person = fieldOf(place.element, place.field)?.type.is === "person";
    const value =
      person && typeof fact?.value === "string" ? refs.person(fact.value) : (fact?.value ?? undefined);
    const may =
      fact?.state === "known" && state === "known" && value !== undefined
        ? unitOnly([{ ...fact, value }]).length > 0
        : false;
    if (!may || value === undefined) return [{ path: out, state }];
    return [{ path: out, state, value: typeof value === "object" ? [...value] : value }];
  });
  return {
    title: finding.title.slice(0, 120),
    verdict: finding.verdict,
    colour: finding.colour,
    ...(finding.due === undefined ? {} : { due: finding.due }),
    ...(finding.since === undefined ? {} : { since: finding.since }),
    statute: finding.statute.slice(0, 120),
    edition: finding.edition.slice(0, 40),
    article: finding.article.slice(0, 40),
    fields: fields.slice(0, MOST),
  };
}

/** The snapshot of a finding of a case, as it stands now; nothing when the finding has changed meanwhile. */
export function snapshotIn(
  memory: CaseMemory,
  findingKey: string,
  refs: References,
): { snapshot?: FactSnapshot } {
  const found = judgementOf(memory.key)?.findings.find(({ key }) => key === findingKey);
  return found === undefined ? {} : { snapshot: snapshotOf(found, mergedCase(memory).facts, refs) };
}

const replyIn = ({ answer }: Objection): Pick<FindingAnswer, "reply"> =>
  answer === undefined
    ? {}
    : {
        reply: {
          outcome: answer.outcome,
          said: answer.said,
          byName: answer.byName,
          at: Date.parse(answer.at),
        },
      };

/** The key of the finding that an objection is about, where this browser did not make the objection itself. */
async function keyOf({ caseKey, rule, finding }: Objection): Promise<string | undefined> {
  const memory = knownCase(caseKey);
  const keyHex = await local("referenceKey");
  if (memory === undefined || keyHex === undefined) return undefined;
  const refs = references(keyHex, caseKey, mergedCase(memory).sheet);
  return judgementOf(caseKey)?.findings.find((f) => f.rule === rule && refs.key(f.key) === finding)?.key;
}

/** Takes the answers in; true when a card changes by them. */
export async function takeAnswers(objections: readonly Objection[]): Promise<boolean> {
  const device = await deviceOfMember();
  if (device === undefined) return false;
  const db = await database();
  const [keys, kept] = await Promise.all([
    db.getAllKeys("answers", ofOfficer(device)),
    db.getAll("answers", ofOfficer(device)),
  ]);
  const byRef = new Map(kept.map((answer, i) => [`${answer.kind} ${answer.ref ?? ""}`, i]));
  let changed = false;
  for (const one of [...objections].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    const i = byRef.get(`${one.kind} ${one.finding}`);
    const before = i === undefined ? undefined : kept[i];
    const local = i === undefined ? undefined : keys[i];
    const found = before === undefined ? await keyOf(one) : undefined;
    const key = local ?? (found === undefined ? undefined : `${device}|${found}`);
    if (key === undefined) continue;
    const made: FindingAnswer = before ?? {
      kind: one.kind,
      at: Date.parse(one.at),
      ref: one.finding,
      ...(one.said === "" ? {} : { said: one.said }),
    };
    // Objected anew since that answer was given: the card waits for the next one.
    if (one.answer !== undefined && Date.parse(one.answer.at) < made.at) continue;
    const now = { ...made, ...replyIn(one) };
    if (JSON.stringify(now) === JSON.stringify(before)) continue;
    await db.put("answers", now, key);
    changed = true;
  }
  return changed;
}

/** Whether an objection of this officer still waits for its answer. */
async function waits(): Promise<boolean> {
  const device = await deviceOfMember();
  if (device === undefined) return false;
  const kept = await (await database()).getAll("answers", ofOfficer(device));
  return kept.some(({ kind, reply }) => (kind === "disputed" || kind === "wrong") && reply === undefined);
}

/** Asks for the answers to this officer's own objections; `all` also when none is known to wait here. */
export async function pullAnswers(all = false): Promise<boolean> {
  const member = await local("member");
  if (member === undefined || (!all && !(await waits()))) return false;
  const answer = await callSigned("objections", {});
  return answer.ok ? takeAnswers(answer.value.objections.filter(({ by }) => by === member.id)) : false;
}
