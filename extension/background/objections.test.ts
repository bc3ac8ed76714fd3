// An objection's snapshot is masked whatever the facts are, and its answer finds the card that it is about.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { dictionary } from "../../shared/dictionary/dictionary.ts";
import { pathOf } from "../../shared/dictionary/path.ts";
import { assertUnitOnly } from "../../shared/dictionary/privacy.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import { mergeFacts } from "../../shared/facts/merge.ts";
import type { Objection } from "../../shared/supervision/objection.ts";
import { finding } from "../overlay/sample.ts";

const KEY = "55".repeat(32);
const CANARY = "金丝雀";
const AT = Date.parse("2026-11-20T15:48+08:00");

const area = (kept: Map<string, unknown>) => ({
  get: async (key: string) => ({ [key]: kept.get(key) }),
  set: async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items)) kept.set(key, value);
  },
  remove: async (key: string) => void kept.delete(key),
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  const kept = new Map<string, unknown>([
    ["account", "chenli"],
    ["member", { id: "m1" }],
    ["referenceKey", KEY],
  ]);
  vi.stubGlobal("chrome", { storage: { local: area(kept), session: area(new Map()) } });
});

const places = dictionary.flatMap((kind) =>
  kind.fields.map((field) => ({
    entity: kind.id,
    id: kind.cardinality === "many" ? `${CANARY}1` : "",
    field: field.id,
  })),
);

describe("a snapshot", () => {
  test("holds no value that may not leave, whichever fields the finding rests on", async () => {
    const { snapshotOf } = await import("./objections.ts");
    const { references } = await import("./references.ts");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom("known", "absent", "unread")), {
          maxLength: 12,
        }),
        (chosen) => {
          const facts = chosen.map(([place, state]): Fact => {
            const text = { is: "x", value: `${CANARY}990101199001011234` };
            return {
              ...place,
              state,
              at: AT,
              page: "p",
              ...(state === "known" ? { value: text.value } : {}),
            };
          });
          const { sheet } = mergeFacts(facts, []);
          const refs = references(KEY, "p:A1", sheet);
          const fields = facts.map((fact) => ({
            path: pathOf({ element: fact.entity, id: fact.id, field: fact.field }),
            label: "",
            state: fact.state,
          }));
          const snapshot = snapshotOf(finding({ fields }), facts, refs);
          // A long number in a field of numbers is no person's; all else is told by its state.
          const values = snapshot.fields.filter(({ value }) => value !== undefined);
          for (const { path, value } of values)
            if (!/number$/i.test(path)) expect(String(value)).toMatch(/^[0-9a-f]{16}$/);
          for (const { path } of snapshot.fields)
            if (path.startsWith("persons/")) expect(path).toMatch(/^persons\/[0-9a-f]{16}\./);
        },
      ),
      { numRuns: 200 },
    );
  });
  test("keeps the values that may leave, under travelling names", async () => {
    const { snapshotOf } = await import("./objections.ts");
    const { references } = await import("./references.ts");
    const fact = (field: string, value: Fact["value"]): Fact => ({
      entity: "measures",
      id: "m1",
      field,
      state: "known",
      value,
      at: AT,
      page: "measures",
    });
    const facts = [fact("kind", "取保候审"), fact("startedAt", AT), fact("person", "韩某某")];
    const refs = references(KEY, "p:A1", mergeFacts(facts, []).sheet);
    const fields = facts.map(({ field }) => ({
      path: `measures/m1.${field}`,
      label: "",
      state: "known" as const,
    }));
    const snapshot = snapshotOf(finding({ fields }), facts, refs);
    expect(snapshot.fields.map(({ value }) => value)).toEqual(["取保候审", AT, refs.person("韩某某")]);
    expect(snapshot.fields.every(({ path }) => path.startsWith(`${refs.out("measures/m1")}.`))).toBe(true);
    expect(JSON.stringify(snapshot)).not.toContain("韩某某");
    const travelling = snapshot.fields.map(({ path, state, value }) => {
      const [, id = "", field = ""] = /^measures\/([^.]+)\.(.+)$/.exec(path) ?? [];
      return { entity: "measures" as const, id, field, state, value, at: 0, page: "" };
    });
    expect(assertUnitOnly(travelling).ok).toBe(true);
  });
});

describe("an answer", () => {
  const objection = (part: Partial<Objection> = {}): Objection => ({
    id: "o1",
    unit: "root",
    caseKey: "p:A1",
    number: "A1",
    kind: "disputed",
    rule: "bail-overrun",
    on: "measures/m1",
    finding: "0123456789abcdef",
    by: "m1",
    byName: "陈立",
    at: new Date(AT).toISOString(),
    said: "",
    state: "answered",
    answer: {
      by: "m9",
      byName: "林知秋",
      at: new Date(AT + 60_000).toISOString(),
      outcome: "upheld",
      said: "有理",
    },
    ...part,
  });
  const kept = async (at = AT) => {
    const { database } = await import("./database.ts");
    const { deviceOf } = await import("./kept.ts");
    const key = `${await deviceOf("chenli")}|f1`;
    await (await database()).put("answers", { kind: "disputed", at, ref: "0123456789abcdef" }, key);
    return async () => (await database()).get("answers", key);
  };

  test("stands on the card that was objected to, once", async () => {
    const read = await kept();
    const { takeAnswers } = await import("./objections.ts");
    expect(await takeAnswers([objection()])).toBe(true);
    expect((await read())?.reply).toEqual({
      outcome: "upheld",
      said: "有理",
      byName: "林知秋",
      at: AT + 60_000,
    });
    expect(await takeAnswers([objection()])).toBe(false);
  });
  test("to an earlier objection does not close a later one", async () => {
    const read = await kept(AT + 120_000);
    const { takeAnswers } = await import("./objections.ts");
    expect(await takeAnswers([objection()])).toBe(false);
    expect((await read())?.reply).toBeUndefined();
  });
  test("to another finding, or of another kind, changes nothing", async () => {
    await kept();
    const { takeAnswers } = await import("./objections.ts");
    expect(
      await takeAnswers([objection({ finding: "fedcba9876543210" }), objection({ kind: "wrong" })]),
    ).toBe(false);
  });
});
