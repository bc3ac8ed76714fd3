// What other systems send decides rules: a case without its dossier, an interview that no recording covers or that nobody was there for.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { INTAKE_KINDS } from "../../shared/intake/kinds.ts";
import { sampleEvent } from "../../shared/intake/sample.ts";
import { fact } from "./batch.ts";
import { advance, DAY, HOUR, MINUTE, ring, START } from "./clock.ts";
import { call, request } from "./deployment.ts";
import {
  begin,
  connect,
  event,
  facts,
  found,
  KEY,
  later,
  MAN,
  NUMBER,
  officer,
  sync,
  tree,
} from "./intake-case.ts";
import { iso, send } from "./intake-sender.ts";
import { publishIn } from "./tree.ts";

beforeEach(begin);
afterEach(() => vi.useRealTimers());

describe("a case without its dossier in the cabinet a day after acceptance", () => {
  const RULE = "evidence-not-deposited";
  const local = {
    rule: RULE,
    reason: "市局规定二十四小时入柜",
    configure: {
      limit: "24 hours",
      basis: [{ statute: "样例卷宗规定", edition: "2025-01-01", article: "3" }],
    },
  };
  const statutes = [
    {
      title: "样例卷宗规定",
      short: "卷宗规定",
      editions: [{ edition: "2025-01-01", from: "2025-02-01", label: "2025" }],
    },
  ];
  const accepted = () => [
    fact("case.number", NUMBER, Date.now()),
    fact("case.category", "刑事", Date.now()),
    fact("case.acceptedAt", Date.now(), Date.now()),
  ];

  it("is found by the cabinet's silence, where it covers the unit, and mended by the deposit", async () => {
    await publishIn(tree, tree.admin.root, { changes: [local], statutes });
    const cabinet = await connect("cabinet", true);
    await send(cabinet, [event({ caseNumber: "A0", act: "存入" })]);
    await later(HOUR);
    await sync(accepted());
    expect((await found(RULE))?.verdict).toBe("due");
    await later(DAY - 2 * MINUTE);
    await ring("cg");
    expect(await found(RULE)).toMatchObject({ verdict: "due", colour: "orange" });
    await send(cabinet, [event({ act: "存入" })]);
    expect((await found(RULE))?.verdict).toBe("met");
    // Taken out and put in again: the first deposit counts.
    await later(DAY);
    await send(cabinet, [event({ act: "取出" }), event({ act: "存入" })]);
    expect((await found(RULE))?.verdict).toBe("met");
    expect(await facts()).toContainEqual(expect.objectContaining({ field: "lentAt", value: Date.now() }));
  });

  it("is over its time when the cabinet stays silent, and nobody knows where the cabinet does not cover the unit", async () => {
    await publishIn(tree, tree.admin.root, { changes: [local], statutes });
    const cabinet = await connect("cabinet");
    await send(cabinet, [event({ caseNumber: "A0", act: "存入" })]);
    await sync(accepted());
    await later(DAY + MINUTE);
    await ring("cg");
    expect(await found(RULE)).toMatchObject({ verdict: "unknown", missing: ["dossier.depositedAt"] });
    const whole = await connect("cabinet", true);
    await send(whole, [event({ caseNumber: "A0", act: "存入" })]);
    await ring("cg");
    // Accepted before the cabinet was connected: its silence says nothing of it.
    expect((await found(RULE))?.verdict).toBe("unknown");
    advance(MINUTE);
    await sync(accepted());
    await later(DAY + MINUTE);
    await ring("cg");
    expect(await found(RULE)).toMatchObject({ verdict: "breached", colour: "red" });
  });
});

describe("an interrogation", () => {
  const interview = () => [
    fact("case.number", NUMBER, Date.now()),
    fact("case.category", "刑事", Date.now()),
    fact("case.acceptedAt", START - DAY, Date.now()),
    fact("interviews/i1.kind", "讯问", Date.now()),
    fact("interviews/i1.person", MAN, Date.now()),
    fact("interviews/i1.subjectRole", "犯罪嫌疑人", Date.now()),
    fact("interviews/i1.placeKind", "执法办案场所", Date.now()),
    fact("interviews/i1.startedAt", START - 4 * HOUR, Date.now()),
    fact("interviews/i1.endedAt", START - 2 * HOUR, Date.now()),
  ];
  const clip = (from: number, until: number) =>
    event({ number: "V1", of: "讯问", startedAt: iso(from), endedAt: iso(until) });

  it("is covered by a clip of the recorder, or not", async () => {
    const RULE = "interrogation-without-recording";
    await sync(interview());
    expect((await found(RULE))?.verdict).toBe("unknown");
    const recorder = await connect("recorder");
    await send(recorder, [clip(START - 4 * HOUR, START - 3 * HOUR)]);
    await ring("cg");
    expect((await found(RULE))?.verdict).toBe("unknown");
    await sync([fact("recordings/r1.of", "其他", Date.now())], { complete: ["recordings"] });
    expect((await found(RULE))?.verdict).toBe("breached");
    await send(recorder, [clip(START - 4 * HOUR - MINUTE, START - 2 * HOUR)]);
    await ring("cg");
    expect((await found(RULE))?.verdict).not.toBe("breached");
  });

  it("in the case-handling area needs its person there at that time", async () => {
    const RULE = "interview-outside-stay";
    await sync(interview(), { complete: ["venues"] });
    expect((await found(RULE))?.verdict).toBe("breached");
    const area = await connect("venue");
    const stay = (act: string, at: number, more: object = {}) =>
      event({ at: iso(at), key: "R1", act, person: MAN, ...more });
    await send(area, [stay("出区", START - HOUR), stay("入区", START - 5 * HOUR)]);
    await ring("cg");
    expect(await found(RULE)).toBeUndefined();
    // A bracelet that went on after the entry does not make the entry later.
    await send(area, [stay("佩戴手环", START - 3 * HOUR)]);
    expect(await found(RULE)).toBeUndefined();
  });
});

it("what a system reported stays when the page's own list does not show it", async () => {
  await send(await connect("store"), [event({ number: "W1", act: "入库", kind: "手机" })]);
  await sync([fact("property/w1.number", "W2", Date.now())], {
    complete: ["property"],
    rows: { property: ["w1"] },
  });
  const numbers = (await facts()).filter(({ field }) => field === "number").map(({ value }) => value);
  expect(numbers).toEqual(expect.arrayContaining(["W1", "W2"]));
});

it("a case that a system named before anybody opened it is the same once it is opened", async () => {
  await send(await connect("store"), [event({ number: "W1", act: "入库", kind: "手机" })]);
  const ours = { token: officer.token };
  const keys = async () => (await call("cases", undefined, ours)).body.cases.map(({ key }) => key);
  expect(await keys()).toEqual([`案件:${NUMBER}`]);
  await sync([fact("case.number", NUMBER, Date.now())]);
  expect(await keys()).toEqual([KEY]);
  expect(await facts()).toContainEqual(expect.objectContaining({ field: "kind", value: "手机" }));
  await ring("cg");
  await send(await connect("store"), [event({ number: "W2", act: "入库" })]);
  expect(await keys()).toEqual([KEY]);
});

it("a thing that the page has shown is the same when the system reports its number", async () => {
  await sync([
    fact("case.number", NUMBER, Date.now()),
    fact("property/w1.number", "W1", Date.now()),
    fact("property/w1.storedAt", null, Date.now()),
  ]);
  await ring("cg");
  advance(MINUTE);
  await send(await connect("store"), [event({ number: "W1", act: "入库" })]);
  const stored = (await facts()).filter(({ field }) => field === "storedAt");
  expect(stored).toMatchObject([{ id: "w1", state: "known", value: Date.now() }]);
});

it.each(INTAKE_KINDS.map((kind) => [kind.label, kind] as const))(
  "the sample of %s is taken",
  async (_, kind) => {
    const { status, body } = await send(await connect(kind.id), [sampleEvent(kind, "sample-1", Date.now())]);
    expect([status, body.taken]).toEqual([200, 1]);
    const described = await request("/v1/openapi.json");
    const api = (await described.json()) as {
      paths: Record<string, object>;
      components: { schemas: Record<string, { properties: object }> };
    };
    expect(Object.keys(api.paths)).toContain("/v1/intake/{source}");
    expect(api.components.schemas[`event-${kind.id}`]?.properties).toHaveProperty("id");
  },
);
