// Three deployments on this machine – county, city, province: numbers climb signed, one node is down for a while, every count is exact.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STANDARD } from "../../shared/ledger/suite.ts";
import { type Report, signEnrolment, signReport } from "../../shared/rollup/report.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { dayKey, dayOf } from "../../shared/time/civil.ts";
import { begin, callAt, closeClients, good, hireAt, type Signed, signInAt } from "./client.ts";
import { bundledWorker, type NodeOfNetwork, nodeIn } from "./serve-node.ts";

const NAMES = ["county", "city", "province"] as const;
type Name = (typeof NAMES)[number];
const SETTINGS = { APPROVALS: "1", PASSWORD_COST: "10", ROLLUP_SECONDS: "1" };

let folder: string;
const nodes = {} as Record<Name, NodeOfNetwork>;
const admins = {} as Record<Name, Signed>;
let officer: Signed;
let seq = 0;
const now = Date.now();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "nodes-"));
  await bundledWorker(folder);
  for (const name of NAMES) {
    nodes[name] = await nodeIn(folder, name, SETTINGS);
    await nodes[name].start();
    admins[name] = await begin(nodes[name], `星河${name}局`);
  }
  const { url } = nodes.county;
  await good(
    url,
    "createUnit",
    { id: "cg", name: "城关所", parent: "root", level: "station" },
    { token: admins.county.token },
  );
  officer = await hireAt(url, admins.county, "han", "cg", ["officer"]);
});
afterAll(async () => {
  for (const name of NAMES) await nodes[name]?.kill();
  closeClients();
  rmSync(folder, { recursive: true, force: true });
});

/** Enrols one node below another. */
async function joined(child: Name, id: string, parent: Name): Promise<void> {
  const { code } = await good(
    nodes[parent].url,
    "addRollupChild",
    { id, name: `${id}局` },
    { token: admins[parent].token },
  );
  const { node } = await good(
    nodes[child].url,
    "joinRollupParent",
    { url: nodes[parent].url, code },
    { token: admins[child].token },
  );
  expect(node).toMatchObject({ unit: "root", child: id });
  const again = await callAt(
    nodes[child].url,
    "joinRollupParent",
    { url: nodes[parent].url, code },
    { token: admins[child].token },
  );
  expect([again.status, again.body.code]).toEqual([403, "bad-code"]);
}

/** So many calls come in at the station. */
async function calls(n: number): Promise<void> {
  const entries = Array.from({ length: n }, (): SentEntry => {
    seq += 1;
    const place = { entity: "incident", id: "", state: "known", at: now, page: "incident" } as const;
    return {
      seq,
      at: new Date(now).toISOString(),
      caseKey: `新警综:J${seq}`,
      body: {
        kind: "facts",
        facts: [
          { ...place, field: "number", value: `J${seq}` },
          { ...place, field: "receivedAt", value: now - 60_000 },
        ],
        complete: [],
      },
    };
  });
  await good(nodes.county.url, "sync", { device: officer.device, entries }, { token: officer.token });
}

const today = { from: dayKey(dayOf(now) - 1), to: dayKey(dayOf(now) + 1) };
const boardOf = (name: Name) =>
  good(nodes[name].url, "rollup", undefined, { token: admins[name].token, query: today });

/** Waits until the board of a node counts so many calls (at most `patience` ms). */
async function until(name: Name, incidents: number, patience = 40_000): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    const { total } = await boardOf(name);
    if (total.incidents === incidents) return;
    if (Date.now() > end)
      throw new Error(`${name} counts ${total.incidents}, not ${incidents}: ${nodes[name].said()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

it("what the county counts, the city and the province count, the province through the city alone", async () => {
  await joined("county", "donghe", "city");
  await joined("city", "xinghe", "province");
  await calls(40);
  await until("province", 40);
  const province = await boardOf("province");
  expect(province.children).toMatchObject([
    { unit: "xinghe", elsewhere: true, silent: false, counts: { incidents: 40 } },
  ]);
  expect((await boardOf("city")).children).toMatchObject([{ unit: "donghe", elsewhere: true }]);
  expect((await boardOf("county")).node).toMatchObject({ child: "donghe", url: nodes.city.url });
}, 90_000);

it("with the city down for a while nothing is lost and nothing is counted twice", async () => {
  await nodes.city.kill();
  await calls(25);
  await until("county", 65);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const { sending } = await boardOf("county");
  expect(sending).toMatchObject({ waiting: true, error: "上级平台连接不上" });
  await calls(10);
  expect((await boardOf("province")).total.incidents).toBe(40);
  await nodes.city.start();
  admins.city = await signInAt(nodes.city.url, "admin");
  await until("province", 75, 60_000);
  expect((await boardOf("city")).total.incidents).toBe(75);
  // The county's process ends as well; what it has acknowledged is counted all the same.
  await calls(5);
  await nodes.county.kill();
  await nodes.county.start();
  admins.county = await signInAt(nodes.county.url, "admin");
  await until("province", 80, 60_000);
  expect((await boardOf("county")).sending).toMatchObject({ parked: false });
}, 180_000);

describe("a report over the network", () => {
  const keyOf = (fill: number) => {
    const secret = new Uint8Array(32).fill(fill);
    const key = ed25519.getPublicKey(secret);
    return { suite: STANDARD, key, sign: (message: Uint8Array) => ed25519.sign(message, secret) };
  };
  const [mine, other] = [keyOf(7), keyOf(8)];
  const day = dayOf(now);
  const report = (n: number, revision: number, incidents: number, more: Partial<Report> = {}): Report => ({
    child: "nanhe",
    to: "root",
    n,
    at: now,
    days: [{ day, revision, counts: { "": { incidents } } }],
    below: { units: 0, silent: 0, oldest: null },
    ...more,
  });
  const hand = async (made: Report, signer = mine, to = "root") => {
    const { status, body } = await callAt(nodes.city.url, "reportRollup", {
      to,
      ...signReport(made, signer),
    });
    return status === 200 ? "ok" : `${status} ${body.code}${body.at === undefined ? "" : ` ${body.at}`}`;
  };
  const counted = async () =>
    (await boardOf("city")).children.find(({ unit }) => unit === "nanhe")?.counts.incidents;

  beforeAll(async () => {
    const { code } = await good(
      nodes.city.url,
      "addRollupChild",
      { id: "nanhe", name: "南河局" },
      { token: admins.city.token },
    );
    const enrol = (line: string, key = bytesToHex(mine.key)) =>
      callAt(nodes.city.url, "enrolRollup", { code, key, line });
    expect((await enrol(signEnrolment(code, other))).body.code).toBe("bad-signature");
    expect(
      (
        await callAt(nodes.city.url, "enrolRollup", {
          code: "root.AAAA",
          key: bytesToHex(mine.key),
          line: "",
        })
      ).body.code,
    ).toBe("bad-code");
    expect((await enrol(signEnrolment(code, mine))).status).toBe(200);
  });

  it("is refused when forged, replayed, older, of a foreign unit or for another one; the count stays", async () => {
    expect(await hand(report(10, 5, 100))).toBe("ok");
    expect(await counted()).toBe(100);
    expect(await hand(report(10, 5, 100))).toBe("409 replayed n 10");
    expect(await hand(report(9, 6, 200))).toBe("409 replayed n 10");
    expect(await hand(report(11, 4, 200))).toBe("409 older-report revision 5");
    expect(await hand(report(11, 5, 200))).toBe("409 older-report revision 5");
    expect(await hand(report(11, 6, 200), other)).toBe("422 bad-signature line");
    expect(await hand(report(11, 6, 200, { child: "xihe" }))).toBe("403 unknown-child text");
    // A unit of the county's own key speaks for nobody else.
    expect(await hand(report(11, 6, 200, { child: "donghe" }))).toBe("422 bad-signature line");
    expect(await hand(report(11, 6, 200, { to: "hu" }))).toBe("403 outside-unit text");
    expect(await hand(report(11, 6, 200), mine, "nowhere")).toBe("403 unknown-child to");
    const { text, line } = signReport(report(11, 6, 200), mine);
    const bent = { to: "root", text: text.replace("200", "900"), line };
    expect((await callAt(nodes.city.url, "reportRollup", bent)).body.code).toBe("bad-signature");
    expect(await counted()).toBe(100);
    // The same days once more, under a later number, are acknowledged: the answer to the first may have been lost.
    expect(await hand(report(12, 5, 100))).toBe("ok");
    expect(await counted()).toBe(100);
    expect(await hand(report(13, 6, 90))).toBe("ok");
    expect(await counted()).toBe(90);
  });
  it("is no longer counted when its unit was ended, nor taken", async () => {
    await good(nodes.city.url, "endRollupChild", {}, { token: admins.city.token, params: { id: "nanhe" } });
    expect(await counted()).toBeUndefined();
    expect(await hand(report(20, 9, 100))).toBe("403 unknown-child text");
    await until("province", 80);
  });
});
