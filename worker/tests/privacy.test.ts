// Canaries in every local field: refused, and nowhere in what the objects store, log or send.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dictionary } from "../../shared/dictionary/dictionary.ts";
import { monthOf } from "../unit/words.ts";
import { fact, factsEntry, signedEntry } from "./batch.ts";
import { ring } from "./clock.ts";
import { call, deploy, hire, inDirectory, inUnit, type Person } from "./deployment.ts";

const LOCAL = dictionary.flatMap((kind) =>
  kind.fields
    .filter(({ privacy }) => privacy !== "unit")
    .map(({ id }) => ({ entity: kind.id, id: kind.cardinality === "many" ? "x1" : "", field: id })),
);
const CANARY = "金丝雀990101199001011234";

/** Every value of every table, as text. */
const dump = (sql: SqlStorage): string => {
  const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'").toArray();
  return tables
    .filter(({ name }) => !name.startsWith("_cf"))
    .map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM "${name}"`).toArray()))
    .join("\n");
};

let officer: Person;
const seen: string[] = [];
beforeEach(async () => {
  seen.length = 0;
  for (const level of ["log", "info", "warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void seen.push(words.map(String).join(" ")));
  }
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    seen.push(String(input), String(init?.body));
    return new Response("ok");
  });
  officer = await hire(await deploy(), "han", ["officer"], { phone: "13900000001" });
});
afterEach(() => vi.restoreAllMocks());

const everywhere = async (): Promise<string> =>
  [await inUnit("root", dump), await inDirectory(dump), ...seen].join("\n");
const sync = (entries: readonly unknown[]) =>
  call("sync", { device: officer.device, entries }, { token: officer.token });

it("there are local fields to test with", () => {
  expect(LOCAL.length).toBeGreaterThan(20);
});

describe("a value that must stay in the browser", () => {
  it("is refused in every local field and kept nowhere", async () => {
    for (const { entity, id, field } of LOCAL) {
      const local = { ...fact("case.cause", CANARY, 1), entity, id, field };
      const { body } = await sync([factsEntry(1, [fact("case.cause", "盗窃", 1), local])]);
      expect([entity, field, body.code, body.at]).toEqual([
        entity,
        field,
        "local-field",
        "entries[0].body.facts[1]",
      ]);
    }
    await ring();
    const all = await everywhere();
    expect(all).not.toContain("金丝雀");
    expect(all).not.toContain("990101199001011234");
  });
  it.each([
    ["a person's name as reference", fact("measures/m1.person", "鹂某某", 1)],
    ["a name as a person's id", fact("persons/鹂某某.role", "嫌疑人", 1)],
    ["an ID number as a person's id", fact("persons/990101199001011234.role", "嫌疑人", 1)],
    ["an ID number within a text", fact("case.cause", CANARY, 1)],
    ["a phone number within a text", fact("case.cause", "电话13900000009", 1)],
    ["where the value was seen", { ...fact("case.cause", "盗窃", 1), evidence: { text: CANARY } }],
  ])("as %s is refused", async (_, bad) => {
    const { body } = await sync([
      { ...factsEntry(1, []), body: { kind: "facts", facts: [bad], complete: [] } },
    ]);
    expect(["local-field", "bad-shape"]).toContain(body.code);
    expect(await everywhere()).not.toMatch(/金丝雀|鹂某某|990101199001011234|13900000009/);
  });
});

describe("what our users write", () => {
  it("travels, but lies outside the tree and can be deleted without harming it", async () => {
    const { body } = await sync([signedEntry(1, "已电话催办")]);
    const leaf = body.receipts[0]?.record ?? "";
    expect(leaf).toContain('"outside":"');
    expect(leaf).not.toContain("催办");
    await inUnit("root", (sql) => sql.exec(`DROP TABLE words_${monthOf(Date.now())}`));
    expect((await sync([signedEntry(2)])).body.acked).toBe(2);
  });
});

it("passwords and tokens are stored as hashes only", async () => {
  const all = await inDirectory(dump);
  expect(all).not.toContain("correct horse");
  expect(all).not.toContain(officer.refresh.split(".")[1]);
  expect(all).not.toContain(officer.token);
});
