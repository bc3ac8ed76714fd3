// A row deleted on the host's page is forgotten by the unit, with what was found on it; lists that were not wholly read keep all.
import { expect, it } from "vitest";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { CASE, fact } from "./batch.ts";
import { call, deploy, hire } from "./deployment.ts";

const now = Date.now();
const HOUR = 3_600_000;

const facts = (
  seq: number,
  ids: readonly string[],
  rows?: Readonly<Record<string, string[]>>,
): SentEntry => ({
  seq,
  at: new Date(now).toISOString(),
  caseKey: CASE,
  body: {
    kind: "facts",
    facts: ids.flatMap((id) => [
      fact(`measures/${id}.kind`, "刑事拘留", now),
      fact(`measures/${id}.startedAt`, now - 30 * HOUR, now),
      fact(`measures/${id}.sentToHouseAt`, null, now),
      fact(`measures/${id}.endedAt`, null, now),
    ]),
    complete: ["measures"],
    ...(rows === undefined ? {} : { rows }),
  },
});

it("drops the row's facts and findings when the roster no longer names it", async () => {
  const officer = await hire(await deploy(), "han", ["officer"]);
  const sync = (entries: SentEntry[]) =>
    call("sync", { device: officer.device, entries }, { token: officer.token });
  const view = async () =>
    (await call("caseView", undefined, { token: officer.token, params: { key: CASE } })).body;
  await sync([facts(1, ["m1", "m2"], { measures: ["m1", "m2"] })]);
  const both = await view();
  expect(new Set(both.facts.map((f) => f.id))).toEqual(new Set(["m1", "m2"]));
  expect(both.findings.some((f) => f.on === "measures/m2" && f.verdict === "breached")).toBe(true);
  await sync([facts(2, [])]);
  expect(new Set((await view()).facts.map((f) => f.id))).toEqual(new Set(["m1", "m2"]));
  await sync([facts(3, [], { measures: ["m1"] })]);
  const left = await view();
  expect(new Set(left.facts.map((f) => f.id))).toEqual(new Set(["m1"]));
  expect(left.findings.some((f) => f.on === "measures/m2")).toBe(false);
  expect(left.findings.some((f) => f.on === "measures/m1" && f.verdict === "breached")).toBe(true);
});
