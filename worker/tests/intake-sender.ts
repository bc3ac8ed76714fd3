// Another system for the tests: it is connected to a unit, signs what it sends, and reads what it is answered.
import type { Reply } from "../../shared/api/contract.ts";
import type { IntakeId } from "../../shared/intake/kind.ts";
import { intakeSignature } from "../../shared/intake/sign.ts";
import { HOUR, START, setClock } from "./clock.ts";
import { type Answer, call, deploy, hire, inUnit, type Person, request } from "./deployment.ts";

export let admin: Person;
export let officer: Person;
/** A county with a station where an officer works, and another county beside it. */
export async function begin(): Promise<void> {
  setClock(START);
  admin = await deploy();
  for (const [id, parent, level] of [
    ["east", "root", "county"],
    ["west", "root", "county"],
    ["cg", "east", "station"],
  ])
    await call("createUnit", { id, name: `${id}局`, parent, level }, { token: admin.token });
  officer = await hire(admin, "han", ["officer"], { unit: "cg" });
}

export type Source = Reply<"createIntakeSource">;
export async function connect(kind: IntakeId, unit = "cg", more: object = {}): Promise<Source> {
  const { status, body } = await call(
    "createIntakeSource",
    { kind, name: "县局110", unit, whole: false, ...more },
    { token: admin.token },
  );
  if (status !== 200) throw new Error(body.message);
  return body;
}

export type Events = readonly Readonly<Record<string, unknown>>[];
export type Got = Answer<Reply<"takeIntake">> & {
  body: { rows?: { row: number; column: string; code: string }[] };
};

export async function post(path: string, text: string, headers: Record<string, string>): Promise<Got> {
  const reply = await request(path, { method: "POST", body: text, headers });
  return { status: reply.status, body: (await reply.json()) as Got["body"] };
}

export const send = (
  { source, key }: Source,
  events: Events | string,
  how: { timestamp?: string; key?: string; text?: string } = {},
): Promise<Got> => {
  const text = typeof events === "string" ? events : JSON.stringify({ events });
  const timestamp = how.timestamp ?? String(Date.now());
  return post(`/v1/intake/${source.id}`, how.text ?? text, {
    "x-timestamp": timestamp,
    "x-signature": intakeSignature(how.key ?? key, timestamp, text),
  });
};

export const iso = (ms: number): string => new Date(ms).toISOString();
export const incident = (id: string, number: string, more: object = {}) => ({
  id,
  at: iso(Date.now()),
  number,
  receivedAt: iso(START - 50 * HOUR),
  reportWay: "110指令",
  disposalKind: "盗窃",
  disposal: "其他",
  caseNumber: null,
  ...more,
});
export const J1 = "J9901000020260300031";
export const KEY = `接处警:${J1}`;

export const view = async (key: string, unit = officer) =>
  (await call("caseView", undefined, { token: unit.token, params: { key } })).body;
export const verdict = async (key: string, rule = "incident-without-case") =>
  (await view(key)).findings.find((one) => one.rule === rule)?.verdict;
export const countOf = (unit: string, table: string) =>
  inUnit(unit, (sql) => sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n);
