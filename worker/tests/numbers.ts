// A small tree of units for the tests of its numbers: who works where, what they send, and the climb to the top.
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { detainedFacts, fact, factsEntry } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START, setClock } from "./clock.ts";
import { call, deploy, hire, signIn } from "./deployment.ts";

const seqs = new Map<string, number>();

/** A city below the root, two counties, a station in each; officers in both and in the city, leaders at the top and in `east`. */
export async function plantNumbers(): Promise<void> {
  setClock(START);
  seqs.clear();
  const admin = await deploy();
  const unit = (id: string, parent: string, level: string) =>
    call("createUnit", { id, name: `${id}局`, parent, level }, { token: admin.token });
  await unit("hu", "root", "city");
  await unit("east", "hu", "county");
  await unit("west", "hu", "county");
  await unit("cg", "east", "station");
  await unit("bg", "west", "station");
  for (const id of ["cg", "bg", "hu"]) await hire(admin, `jing-${id}`, ["officer"], { unit: id });
  await hire(admin, "ting", ["leader"]);
  await hire(admin, "ju-east", ["leader"], { unit: "east" });
}

export const send = async (unit: string, make: (seq: number) => SentEntry) => {
  const { token, device } = await signIn(`jing-${unit}`);
  const seq = (seqs.get(unit) ?? 0) + 1;
  seqs.set(unit, seq);
  return call("sync", { device, entries: [make(seq)] }, { token });
};
export const incident =
  (n: string, at: number, number = n) =>
  (seq: number) =>
    factsEntry(
      seq,
      [fact("incident.number", number, Date.now()), fact("incident.receivedAt", at, Date.now())],
      [],
      `新警综:${n}`,
    );
export const detained =
  (startedAt: number, more: Parameters<typeof detainedFacts>[1] = []) =>
  (seq: number) =>
    factsEntry(seq, detainedFacts(startedAt, more));

/** Lets the numbers climb from the stations to the top. */
export async function climb(): Promise<void> {
  for (const unit of ["cg", "bg", "east", "west", "hu", "root"]) {
    advance(2 * MINUTE);
    await ring(unit);
  }
}
export const day = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10);
export const board = async (account = "ting", query: Record<string, string> = {}) => {
  const { token } = await signIn(account);
  const span = { from: day(START - 2 * DAY), to: day(START + 2 * DAY), ...query };
  return (await call("rollup", undefined, { token, query: span })).body;
};
