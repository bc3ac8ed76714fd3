// Persons and outcomes that other systems report: matched by ID number with what pages say, and deciding what the page leaves blank.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { personReference } from "../../shared/facts/person-reference.ts";
import { fact } from "./batch.ts";
import { DAY, HOUR, MINUTE, ring, START } from "./clock.ts";
import { call, inUnit, PASSWORD } from "./deployment.ts";
import { begin, connect, event, found, KEY, later, MAN, NUMBER, sync } from "./intake-case.ts";
import { iso, send } from "./intake-sender.ts";

beforeEach(begin);
afterEach(() => vi.useRealTimers());

it("a stay by ID number is that of the person whom the page names by the same number; the number is kept nowhere", async () => {
  const number = "990101199003070011";
  const { body: session } = await call("signIn", {
    account: "jing-cg",
    password: PASSWORD,
    device: "another",
  });
  const person = personReference(session.referenceKey, { idNumber: number, name: "韩某某", caseKey: KEY });
  const RULE = "interview-outside-stay";
  await sync(
    [
      fact("case.number", NUMBER, Date.now()),
      fact("case.category", "刑事", Date.now()),
      fact("interviews/i1.kind", "讯问", Date.now()),
      fact("case.acceptedAt", START - DAY, Date.now()),
      fact("interviews/i1.person", person, Date.now()),
      fact("interviews/i1.subjectRole", "犯罪嫌疑人", Date.now()),
      fact("interviews/i1.placeKind", "执法办案场所", Date.now()),
      fact("interviews/i1.startedAt", START - 4 * HOUR, Date.now()),
      fact("interviews/i1.endedAt", START - 2 * HOUR, Date.now()),
    ],
    { complete: ["venues"] },
  );
  expect((await found(RULE))?.verdict).toBe("breached");
  const area = await connect("venue");
  const stay = (act: string, at: number) =>
    event({ at: iso(at), key: "R1", act, 进入人员: "韩某某", 身份证号: number });
  const taken = await send(area, [stay("入区", START - 5 * HOUR), stay("出区", START - HOUR)]);
  expect([taken.status, taken.body.taken, taken.body.dropped]).toEqual([200, 2, { 进入人员: 2 }]);
  await ring("cg");
  expect(await found(RULE)).toBeUndefined();
  const all = await inUnit("cg", (sql) =>
    sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
      )
      .toArray()
      .map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM "${name}"`).toArray()))
      .join(),
  );
  expect(all).toContain(person);
  expect(all).not.toMatch(/990101199003070011|韩某某/);
});

describe("an outcome", () => {
  const held = (kind = "刑事拘留") => [
    fact("case.number", NUMBER, Date.now()),
    fact("case.category", "刑事", Date.now()),
    fact("measures/m1.kind", kind, Date.now()),
    fact("measures/m1.person", MAN, Date.now()),
    fact("measures/m1.startedAt", START - 5 * DAY, Date.now()),
    fact("measures/m1.endedAt", null, Date.now()),
    fact("measures/m1.arrestResult", null, Date.now()),
  ];
  const refusal = (act: string) =>
    event({
      act,
      number: "星检〔2030〕1号",
      person: MAN,
      madeAt: iso(START - DAY),
      servedAt: iso(START - MINUTE),
    });

  it.each(["before", "after"])(
    "不捕, reported %s the detention was read, starts the clock of its release",
    async (when) => {
      const RULE = "arrest-refused-not-released";
      const source = await connect("outcome");
      const whole = { complete: ["measures"] };
      if (when === "after") await sync(held(), whole);
      await send(source, [refusal("不捕")]);
      if (when === "before") await sync(held(), whole);
      await ring("cg");
      expect((await found(RULE))?.verdict).toBe("due");
      // The page still shows a blank: what was decided stands all the same.
      await later(HOUR);
      await sync(held());
      await later(12 * HOUR);
      await ring("cg");
      expect(await found(RULE)).toMatchObject({ verdict: "breached", on: "measures/m1" });
      await sync([fact("measures/m1.endedAt", Date.now(), Date.now())]);
      expect((await found(RULE))?.verdict).toBe("breached");
    },
  );

  it("不诉 of a person who is still held is found", async () => {
    const RULE = "unprosecuted-person-held";
    await sync(held("逮捕"), { complete: ["measures", "documents"] });
    await send(await connect("outcome"), [refusal("不诉")]);
    await ring("cg");
    expect(await found(RULE)).toMatchObject({ verdict: "due" });
    await later(3 * HOUR);
    await ring("cg");
    expect((await found(RULE))?.verdict).toBe("breached");
  });
});
