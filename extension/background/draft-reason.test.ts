// A reason given at the gate of a form without a case number: in the ledger at once, of its case once that is read, never of another.
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Fact } from "../../shared/facts/fact.ts";
import type { Finding, Judgement } from "../../shared/rules/finding.ts";
import type { SentEntry } from "../../shared/supervision/entry.ts";
import { breach } from "../overlay/sample.ts";
import type { FrameReading } from "../protocol/messages.ts";

const AT = Date.parse("2026-11-20T15:48+08:00");
const BEGAN = Date.parse("2026-11-20T09:00+08:00");
const SAID = "另一名民警二十分钟后到场";

const area = (held: Map<string, unknown>) => ({
  get: async (key: string | null) =>
    key === null ? Object.fromEntries(held) : held.has(key) ? { [key]: held.get(key) } : {},
  set: async (values: object) => {
    for (const [key, value] of Object.entries(values)) held.set(key, value);
  },
  remove: async (keys: string | readonly string[]) => {
    for (const key of [keys].flat()) held.delete(key);
  },
});

let disk: Map<string, unknown>;
let cases: typeof import("./cases.ts");
let draft: typeof import("./draft-reason.ts");
let answerFinding: typeof import("./acts.ts").answerFinding;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  disk = new Map<string, unknown>([
    ["account", "chenli"],
    ["member", { id: "m1", name: "陈立", roles: ["officer"], unitName: "柳桥派出所" }],
    ["referenceKey", "55".repeat(32)],
  ]);
  vi.stubGlobal("chrome", {
    storage: { local: area(disk), session: area(new Map()), managed: area(new Map()) },
    runtime: { id: "x", getURL: (path: string) => path },
  });
  cases = await import("./cases.ts");
  draft = await import("./draft-reason.ts");
  ({ answerFinding } = await import("./acts.ts"));
});

const cellsOf = (id: string, cells: Readonly<Record<string, Fact["value"]>>): Fact[] =>
  Object.entries(cells).map(([field, value]) => ({
    entity: "interviews",
    id,
    field,
    state: "known",
    ...(value === undefined ? {} : { value }),
    at: AT,
    page: "interview",
  }));
const FORM = { kind: "讯问", askers: ["陈立", "郑浩（辅警）"], startedAt: BEGAN, place: "柳桥派出所" };

const read = (key: string, number: string, facts: Fact[]) => {
  const memory = cases.caseMemory(key, number, "p");
  const reading = { url: "u", completeLists: [], wholeLists: [], at: AT, facts };
  cases.takeReading(memory, reading as unknown as FrameReading, "interview|");
  return memory;
};
const held = (on: string): Finding => breach({ on, gate: "hard", key: `single-officer@${on}#1` });
const judged = (...findings: Finding[]): Judgement => ({
  at: AT,
  pack: { revision: 3, hash: "" },
  findings,
});
const entries = async (): Promise<SentEntry[]> => {
  const { waiting } = await import("./outbox.ts");
  const { deviceOfMember } = await import("./sync.ts");
  return (await waiting((await deviceOfMember()) ?? "")).map(({ entry }) => entry);
};
const explain = async (on = "interviews/draft-i-1", kind: "explained" | "signed" = "explained") =>
  answerFinding({
    caseKey: "tab:7",
    finding: held(on).key,
    rule: "single-officer",
    on,
    kind,
    said: SAID,
    until: AT + 3_600_000,
  });
const form = () => read("tab:7", "", cellsOf("draft-i-1", FORM));

test("is on disk with rule, words and end before anything is let through, and tells nothing else of the form", async () => {
  form();
  expect(await explain()).toEqual({ ok: true, value: null });
  const [entry, ...more] = await entries();
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    caseKey: "",
    body: { kind: "explained", rule: "single-officer", on: "interviews", said: SAID, until: AT + 3_600_000 },
  });
  expect(JSON.stringify(entry)).not.toMatch(/draft-i|tab:7|郑浩/);
  const { database } = await import("./database.ts");
  const kept = await (await database()).getAll("answers");
  expect(kept).toMatchObject([{ kind: "explained", said: SAID }]);
});

test("nothing else can be done about a form: what is signed is signed of a case", async () => {
  form();
  expect(await explain(undefined, "signed")).toMatchObject({ ok: false, code: "not-found" });
  expect(await entries()).toEqual([]);
});

test("goes with the case that the same tab shows next, under the same id, and is not asked again there", async () => {
  form();
  await explain();
  const on = "interviews/i-77aa";
  const saved = read("p:A9901", "A9901", cellsOf("i-77aa", { ...FORM, round: 1 }));
  expect(await draft.bindDraft("tab:8", saved, judged(held(on)))).toBe(0);
  expect(await draft.bindDraft("tab:7", saved, judged(held(on)))).toBe(1);
  const [first, second] = (await entries()) as [SentEntry, SentEntry];
  expect(second).toMatchObject({
    caseKey: "p:A9901",
    at: first.at,
    body: { rule: "single-officer", said: SAID },
  });
  expect("draft" in second.body && second.body.draft).toBe("draft" in first.body && first.body.draft);
  expect("on" in second.body && second.body.on).toMatch(/^interviews\/[0-9a-f]{16}$/);
  const { database } = await import("./database.ts");
  expect(
    (await (await database()).getAllKeys("answers")).some((key) => key.endsWith(`|${held(on).key}`)),
  ).toBe(true);
  // Once.
  expect(await draft.bindDraft("tab:7", saved, judged(held(on)))).toBe(0);
  expect(await entries()).toHaveLength(2);
});

test.each<[string, object, Partial<Finding>]>([
  ["another interview of the same officers", { startedAt: BEGAN + 60_000 }, {}],
  ["a record that says too little to tell", { startedAt: null, place: null }, {}],
  ["a case in which the rule is met", {}, { verdict: "met" }],
  ["a case in which another rule is breached", {}, { rule: "other" }],
])("is not taken for the reason of %s", async (_, cells, part) => {
  form();
  await explain();
  const given = Object.fromEntries(
    Object.entries({ ...FORM, ...cells }).filter(([, value]) => value !== null),
  );
  const other = read("p:A9902", "A9902", cellsOf("i-88bb", given));
  expect(await draft.bindDraft("tab:7", other, judged({ ...held("interviews/i-88bb"), ...part }))).toBe(0);
  expect(await entries()).toHaveLength(1);
});

test("ends with its officer and after half an hour", async () => {
  form();
  await explain();
  const saved = read("p:A9901", "A9901", cellsOf("i-77aa", FORM));
  const late = { ...judged(held("interviews/i-77aa")), at: Date.now() + 31 * 60_000 };
  expect(await draft.bindDraft("tab:7", saved, late)).toBe(0);
  await explain();
  disk.set("account", "linzhiqiu");
  expect(await draft.bindDraft("tab:7", saved, judged(held("interviews/i-77aa")))).toBe(0);
});

const signedOut = () => {
  for (const key of ["account", "member", "referenceKey"]) disk.delete(key);
};
const signIn = (account: string) => {
  disk.set("account", account);
  disk.set("member", { id: account, name: account, roles: ["officer"], unitName: "柳桥派出所" });
  disk.set("referenceKey", "55".repeat(32));
};

test.each([
  ["a form", "tab:7", ""],
  ["a case", "p:A9901", "A9901"],
])(
  "of %s while nobody is signed in it waits on this disk, and who signs in next enters it once, marked",
  async (_, key, number) => {
    const { enterUnsigned } = await import("./before-sign-in.ts");
    signedOut();
    read(key, number, cellsOf("draft-i-1", FORM));
    const on = "interviews/draft-i-1";
    const input = { caseKey: key, finding: held(on).key, rule: "single-officer", on, said: SAID };
    expect(await answerFinding({ ...input, kind: "explained", until: AT + 1 })).toEqual({
      ok: true,
      value: null,
    });
    expect(await entries()).toEqual([]);
    expect(await enterUnsigned()).toBe(0);
    // Forgotten with the officer's sign-out or not: it is nobody's yet.
    draft.forgetReasons();
    signIn("linzhiqiu");
    expect(await enterUnsigned()).toBe(1);
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      caseKey: number === "" ? "" : key,
      body: {
        kind: "explained",
        rule: "single-officer",
        on: "interviews",
        said: SAID,
        until: AT + 1,
        unsigned: true,
      },
    });
    expect(JSON.stringify(entry)).not.toMatch(/draft-i|tab:7|郑浩|陈立/);
    expect(await enterUnsigned()).toBe(0);
    expect(await entries()).toHaveLength(1);
  },
);

test("a sign-in whose outbox cannot be written keeps it for the next", async () => {
  const { enterUnsigned } = await import("./before-sign-in.ts");
  const { database } = await import("./database.ts");
  signedOut();
  form();
  await explain();
  signIn("linzhiqiu");
  const db = await database();
  const full = vi.spyOn(db, "transaction").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(enterUnsigned()).rejects.toThrow("full");
  full.mockRestore();
  expect(await db.count("unsigned")).toBe(1);
  expect(await enterUnsigned()).toBe(1);
});
