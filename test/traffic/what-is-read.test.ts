// What the page says goes to the unit is what a report of the case queues, field by field; all else stays.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { CaseMemory } from "../../extension/background/cases.ts";
import { dictionary } from "../../shared/dictionary/dictionary.ts";
import { pathOf } from "../../shared/dictionary/path.ts";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Judgement } from "../../shared/rules/finding.ts";
import type { Pack } from "../../shared/rules/pack.ts";

const AT = Date.parse("2026-11-20T15:48+08:00");
const KEY = "55".repeat(32);
const PACK = { profiles: [] } as unknown as Pack;
const JUDGED: Judgement = { at: AT, pack: { revision: 1, hash: "" }, findings: [] };

const places = dictionary.flatMap((kind) =>
  kind.fields.map((field) => ({
    entity: kind.id,
    id: kind.cardinality === "many" ? "x1" : "",
    field: field.id,
  })),
);
const facts = fc.uniqueArray(fc.nat({ max: places.length - 1 }), { maxLength: 40 }).chain((at) =>
  fc.tuple(
    ...at.map((i) =>
      fc
        .tuple(
          fc.constantFrom("known", "absent", "unread"),
          fc.constantFrom("盗窃", "韩某某", "990101199001011234", "13900000009"),
        )
        .map(
          ([state, value]): Fact => ({
            ...places[i]!,
            state,
            at: AT,
            page: "p",
            ...(state === "known" ? { value } : {}),
          }),
        ),
    ),
  ),
);

test("for any facts of any fields", async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (read) => {
      globalThis.indexedDB = new IDBFactory();
      vi.resetModules();
      const { report } = await import("../../extension/background/report.ts");
      const { readCase } = await import("../../extension/background/read-view.ts");
      const { waiting } = await import("../../extension/background/outbox.ts");
      const { references } = await import("../../extension/background/references.ts");
      const { mergedCase } = await import("../../extension/background/cases.ts");
      const memory: CaseMemory = {
        key: "p:A1",
        number: "A1",
        platform: "p",
        facts: Object.fromEntries(read.map((fact, i) => [String(i), fact])),
        complete: {},
        notes: [],
        ticks: [],
      };
      await report("d", KEY, memory, JUDGED);
      const queued = (await waiting("d")).flatMap(({ entry }) =>
        entry.body.kind === "facts" ? entry.body.facts : [],
      );
      const refs = references(KEY, memory.key, mergedCase(memory).sheet);
      const told = readCase(memory, PACK, KEY).pages.flatMap(({ fields }) => fields);
      const going = told.filter(({ goes }) => goes !== undefined);
      const name = ({ entity, id, field }: { entity: string; id: string; field: string }): string =>
        `${pathOf({ element: entity as Fact["entity"], id })}.${field}`;
      expect(going.map(({ element, field }) => `${refs.out(element)}.${field}`).sort()).toEqual(
        queued.map(name).sort(),
      );
      // A person's name is told as the reference under which it went.
      for (const { element, field, goes } of going)
        if (goes?.as !== undefined)
          expect(queued.find((fact) => name(fact) === `${refs.out(element)}.${field}`)?.value).toBe(goes.as);
      for (const { privacy, goes } of told) if (privacy !== "unit") expect(goes).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});

test("an unsaved form and a browser without its key of references send nothing", async () => {
  const { readCase } = await import("../../extension/background/read-view.ts");
  const fact: Fact = {
    entity: "case",
    id: "",
    field: "cause",
    state: "known",
    value: "盗窃",
    at: AT,
    page: "p",
  };
  const memory = (key: string): CaseMemory => ({
    key,
    number: "",
    platform: "p",
    facts: { a: fact },
    complete: {},
    notes: [],
    ticks: [],
  });
  const goes = (key: string, keyHex: string | undefined) =>
    readCase(memory(key), PACK, keyHex).pages[0]?.fields[0]?.goes;
  expect(goes("tab:7", KEY)).toBeUndefined();
  expect(goes("p:A1", undefined)).toBeUndefined();
  expect(goes("p:A1", KEY)).toEqual({});
});
