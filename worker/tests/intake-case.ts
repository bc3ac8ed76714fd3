// One case of a station that an officer reads on the page and other systems report of, for tests.
import type { UnitFact } from "../../shared/supervision/entry.ts";
import { factsEntry } from "./batch.ts";
import { advance, START, setClock } from "./clock.ts";
import { call, type Person, signIn } from "./deployment.ts";
import { iso, type Source } from "./intake-sender.ts";
import { plant, type Tree } from "./tree.ts";

export const NUMBER = "A9901000020260300021";
export const KEY = `新警综:${NUMBER}`;
export const MAN = "00000000000000a1";
export let tree: Tree;
export let officer: Person;
let seq = 0;
/** Plants the tree on a set clock. */
export async function begin(): Promise<void> {
  setClock(START);
  tree = await plant();
  officer = tree.officer.cg;
  seq = 0;
}

/** Time passes, and the officer signs in again. */
export async function later(ms: number): Promise<void> {
  advance(ms);
  officer = await signIn("jing-cg");
}

export async function connect(kind: string, whole = false): Promise<Source> {
  const admin = await signIn("guan-cg");
  const { body } = await call(
    "createIntakeSource",
    { kind, name: kind, unit: "cg", whole },
    { token: admin.token },
  );
  return body;
}

export async function sync(facts: UnitFact[], more: object = {}): Promise<void> {
  const entry = factsEntry(++seq, facts, [], KEY);
  const entries = [{ ...entry, body: { ...entry.body, ...more } }];
  const { status, body } = await call("sync", { device: officer.device, entries }, { token: officer.token });
  if (status !== 200) throw new Error(body.message);
}

export async function found(rule: string) {
  const { body } = await call("caseView", undefined, { token: officer.token, params: { key: KEY } });
  return body.findings.find((one) => one.rule === rule);
}

export const facts = async () =>
  (await call("caseView", undefined, { token: officer.token, params: { key: KEY } })).body.facts;

let n = 0;
export const event = (more: object) => ({ id: `e${++n}`, at: iso(Date.now()), caseNumber: NUMBER, ...more });
