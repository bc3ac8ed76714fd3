// Site profiles are published like rules: checked whole, approved by others, signed into the next pack.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Pack } from "../../shared/rules/pack.ts";
import { detainedFacts, factsEntry } from "./batch.ts";
import { ringDirectory, START, setClock } from "./clock.ts";
import { call, deploy, hire, type Person } from "./deployment.ts";
import { packFor } from "./tree.ts";

let admin: Person;
let legal: Person;
let leader: Person;
beforeEach(async () => {
  setClock(START);
  admin = await deploy();
  legal = await hire(admin, "fa", ["legal"]);
  leader = await hire(admin, "ju", ["leader"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const profile = (more: object = {}) => ({
  id: "site-x",
  name: "某平台",
  platform: "某平台",
  match: ["^https?://x\\.example/"],
  pages: [
    {
      id: "filing",
      label: "受案登记",
      url: "/sadj",
      corrections: [{ label: "始", field: "case.acceptedAt" }],
    },
  ],
  ...more,
});
const publish = (profiles: readonly unknown[], who = admin, base = 1) =>
  call("publish", { base, say: "新平台", rules: [], checklists: [], profiles }, { token: who.token });
const pack = (): Promise<Pack> => packFor(legal);

it("a profile is published once two others have approved it, beside those that were there", async () => {
  const before = (await pack()).profiles.map(({ id }) => id);
  expect((await publish([profile()])).body).toMatchObject({ state: "waiting" });
  const { drafts } = (await call("drafts", undefined, { token: legal.token })).body;
  expect(drafts[0]).toMatchObject({ profiles: ["site-x"], rules: [] });
  for (const who of [legal, leader])
    await call("approve", {}, { token: who.token, params: { id: drafts[0]!.id } });
  const { profiles, revision } = await pack();
  expect(revision).toBe(2);
  expect(profiles.map(({ id }) => id)).toEqual([...before, "site-x"]);
  expect(profiles.at(-1)).toEqual(profile());
});

it("one that does not hold is refused with its place, and nobody is asked to approve it", async () => {
  const wrong = profile({ pages: [{ id: "filing", label: "x", url: "/a", shows: ["case.acceptdAt"] }] });
  const { status, body } = await publish([profile({ id: "site-y" }), wrong]);
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: "bad-rule", at: "profiles[1].pages.0.shows.0" });
  expect(JSON.stringify(body)).toContain("acceptedAt");
  expect((await call("drafts", undefined, { token: legal.token })).body.drafts).toEqual([]);
});

it("a profile in force keeps the name by which cases go; only what people call the platform may change", async () => {
  const [shipped] = (await pack()).profiles;
  const { status, body } = await publish([profile(), { ...shipped!, platform: "新名" }]);
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: "bad-rule", at: "profiles[1].platform" });
  expect(JSON.stringify(body)).toContain(`由“${shipped!.platform}”改成了“新名”`);
  expect((await publish([{ ...shipped!, name: "新名" }])).body).toMatchObject({ state: "waiting" });
});

it("cases of a platform that was read by its host alone stay as they are, and are shown under its new name", async () => {
  const officer = await hire(admin, "zhou", ["officer"]);
  const key = "10.1.2.3:8080:A9901000020260300012";
  const entries = [factsEntry(1, detainedFacts(START - 30 * 3_600_000), [], key)];
  const body = { device: officer.device, entries };
  expect((await call("sync", body, { token: officer.token })).status).toBe(200);
  const shown = async () => (await call("cases", undefined, { token: legal.token })).body.cases;
  const desk = async () => (await call("desk", undefined, { token: officer.token })).body.cases;
  expect(await shown()).toMatchObject([{ key, number: "A9901000020260300012", platform: "10.1.2.3:8080" }]);
  await publish([profile({ platform: "10.1.2.3:8080" })]);
  const { drafts } = (await call("drafts", undefined, { token: legal.token })).body;
  for (const who of [legal, leader])
    await call("approve", {}, { token: who.token, params: { id: drafts[0]!.id } });
  while (await ringDirectory()) await Promise.resolve();
  expect(await shown()).toMatchObject([{ key, number: "A9901000020260300012", platform: "某平台" }]);
  expect(await desk()).toMatchObject([{ key, number: "A9901000020260300012", platform: "某平台" }]);
});
