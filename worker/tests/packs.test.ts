// Publishing: what is refused, who approves, that revisions only grow, that every unit hears of it.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Rule } from "../../shared/rules/rule.ts";
import { verifyPack } from "../../shared/rules/signed-pack.ts";
import { publish as publishAs } from "../directory/drafts.ts";
import { memberOf } from "../directory/members.ts";
import { CASE, fact, factsEntry } from "./batch.ts";
import { ring, ringDirectory, START, setClock } from "./clock.ts";
import { call, deploy, hire, inDirectory, inUnit, type Person } from "./deployment.ts";
import { fakeGateway } from "./gateway.ts";
import { signedFor } from "./tree.ts";

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

const sources = async () => (await call("packSources", undefined, { token: admin.token })).body;
const ruleOf = async (id = "bail-overrun"): Promise<Rule> => {
  const found = (await sources()).rules.find((rule) => (rule as Rule).id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found as Rule;
};
const publish = (rules: readonly unknown[], more: object = {}) =>
  call("publish", { base: 1, say: "改标题", rules, checklists: [], ...more }, { token: admin.token });
const pack = () => signedFor(legal);
const drafts = async () => (await call("drafts", undefined, { token: legal.token })).body.drafts;
const approve = (id: string, who: Person) => call("approve", {}, { token: who.token, params: { id } });
const renamed = async (title: string) => ({ ...(await ruleOf()), title });

describe("the base pack", () => {
  it("is signed by this deployment's key and older ones are refused", async () => {
    const signed = await pack();
    expect(verifyPack(signed, admin.packKey).ok).toBe(true);
    const older = verifyPack(signed, admin.packKey, 1);
    expect(older.ok ? "" : older.refusal.code).toBe("older-pack");
  });
  it("is sent as its first line; its words lie under their hash, and no others", async () => {
    const { token } = legal;
    const line = (await call("pack", undefined, { token })).body.pack.body;
    const whole = (await pack()).body;
    expect(line).not.toContain("\n");
    expect(whole.startsWith(`${line}\n`)).toBe(true);
    const other = await call("packWords", undefined, { token, params: { hash: "00".repeat(32) } });
    expect([other.status, other.body]).toMatchObject([404, { code: "not-found", at: "hash" }]);
  });
  it("of another deployment is not ours", async () => {
    const signed = await pack();
    const other = await deploy();
    const foreign = verifyPack(signed, other.packKey);
    expect(foreign.ok ? "" : foreign.refusal.code).toBe("bad-signature");
  });
});

describe("a change", () => {
  it("waits for two others, its author left out, and then is the next revision", async () => {
    const { body } = await publish([await renamed("取保候审到期")]);
    expect(body).toMatchObject({ state: "waiting", revision: 1, approvals: 0, needed: 2 });
    const [draft] = await drafts();
    expect(draft).toMatchObject({
      by: admin.id,
      rules: ["bail-overrun"],
      say: "改标题",
      approvals: [],
      needed: 2,
    });
    const id = draft?.id ?? "";
    const own = await approve(id, admin);
    expect([own.status, own.body.code]).toEqual([403, "author-cannot-approve"]);
    expect((await approve(id, legal)).body.state).toBe("waiting");
    expect((await approve(id, legal)).body.code).toBe("conflict");
    expect((await approve(id, leader)).body).toEqual({ state: "published", revision: 2 });
    expect(await drafts()).toEqual([]);
    expect((await approve(id, leader)).body.code).toBe("not-found");
    const opened = verifyPack(await pack(), admin.packKey, 1);
    expect(opened.ok && opened.value.rules.find((rule) => rule.id === "bail-overrun")?.title).toBe(
      "取保候审到期",
    );
    expect(opened.ok && opened.value.label).toBe("2030.3.2");
    expect((await sources()).revision).toBe(2);
  });
  it("made on an older revision is a conflict, also when it waited meanwhile", async () => {
    await publish([await renamed("甲")]);
    await publish([await renamed("乙")]);
    const [first, second] = await drafts();
    for (const who of [legal, leader]) await approve(first?.id ?? "", who);
    expect((await approve(second?.id ?? "", legal)).body.code).toBe("conflict");
    const late = await publish([await renamed("丙")]);
    expect([late.status, late.body.code, late.body.at]).toEqual([409, "conflict", "base"]);
  });
  it("reaches every unit: entry, judgement and the next sync's answer", async () => {
    fakeGateway();
    const officer = await hire(admin, "han", ["officer"]);
    await call(
      "createUnit",
      { id: "cg", name: "城关派出所", parent: "root", level: "station" },
      { token: admin.token },
    );
    const days = (n: number) => START - n * 86_400_000;
    const entry = factsEntry(1, [
      fact("measures/m1.kind", "取保候审", START),
      fact("measures/m1.startedAt", days(200), START),
      fact("measures/m1.endedAt", null, START),
    ]);
    await call("sync", { device: officer.device, entries: [entry] }, { token: officer.token });
    const colour = async () =>
      (await call("caseView", undefined, { token: officer.token, params: { key: CASE } })).body.findings.find(
        ({ rule, on }) => rule === "bail-overrun" && on === "measures/m1",
      )?.colour;
    expect(await colour()).toBe("green");
    const rule = await ruleOf();
    const examples = rule.examples.map(({ colour: _, ...example }) => example);
    const clock = { ...rule.clock, warn: ["300 days", "290 days", "280 days"] };
    expect((await publish([{ ...rule, clock, examples }])).body.state).toBe("waiting");
    const [draft] = await drafts();
    for (const who of [legal, leader]) await approve(draft?.id ?? "", who);
    await ringDirectory();
    await ring();
    expect(await colour()).toBe("orange");
    const heard = (unit: string) =>
      inUnit(unit, (sql) =>
        sql.exec<{ record: string }>("SELECT record FROM entries WHERE kind = 'published'").toArray(),
      );
    expect((await heard("root")).map(({ record }) => JSON.parse(record).body.revision)).toEqual([1, 2]);
    expect((await heard("cg")).map(({ record }) => JSON.parse(record).by)).toEqual([admin.id]);
    const { body } = await call("sync", { device: officer.device, entries: [] }, { token: officer.token });
    expect(body.pack).toEqual({ revision: 2, hash: (await pack()).hash });
  });
});

const REFUSED: Readonly<
  Record<string, readonly [edit: (rule: Rule) => unknown, code: string, says: string]>
> = {
  "no rule at all": [() => "rule", "bad-rule", ""],
  "a key that is misspelt": [(rule) => ({ ...rule, titel: "x" }), "bad-rule", "title"],
  "a field that is misspelt": [
    (rule) => ({ ...rule, clock: { ...rule.clock, from: "startdAt" } }),
    "bad-rule",
    "startedAt",
  ],
  "a condition that is none": [(rule) => ({ ...rule, when: "kind ==" }), "bad-rule", "when"],
  "a limit in words": [(rule) => ({ ...rule, clock: { ...rule.clock, limit: "a year" } }), "bad-rule", ""],
  "an edition that does not exist": [
    (rule) => ({ ...rule, basis: [{ ...rule.basis[0], edition: "2019-01-01" }] }),
    "bad-rule",
    "2019-01-01",
  ],
  "no breached example": [
    (rule) => ({ ...rule, examples: rule.examples.filter(({ expect: e }) => e !== "breached") }),
    "bad-rule",
    "breached",
  ],
  "an example that no longer holds": [
    (rule) => ({ ...rule, clock: { ...rule.clock, limit: "600 months" } }),
    "examples-failed",
    "1982",
  ],
};

describe("a publication with", () => {
  it.each(Object.entries(REFUSED))("%s is refused and nothing changes", async (_, [edit, code, says]) => {
    const before = await sources();
    const { body } = await publish([await renamed("好的"), edit(await ruleOf())]);
    expect(body.code).toBe(code);
    expect(body.at).toMatch(/^rules\[1\]/);
    expect(body.message).toContain(says);
    expect(await sources()).toEqual(before);
    expect(await drafts()).toEqual([]);
  });
  it("a checklist that points nowhere is refused", async () => {
    const checklist = {
      id: "c",
      title: "清单",
      stage: "filing",
      pages: ["filing"],
      items: [{ id: "i", say: "查", rule: "none" }],
    };
    expect((await publish([], { checklists: [checklist] })).body.code).toBe("bad-rule");
    expect((await publish([], { checklists: [{ ...checklist, items: "x" }] })).body.at).toMatch(
      /^checklists\[0\]/,
    );
  });
  it("nothing in it is refused", async () => {
    expect((await publish([])).body.code).toBe("bad-rule");
  });
});

describe("trying a rule", () => {
  it("shows what each example says and keeps nothing", async () => {
    const { body } = await call("checkRule", { rule: await renamed("试") }, { token: legal.token });
    expect(body.ok).toBe(true);
    expect(body.examples.every(({ pass, got, expect: wanted }) => pass && got === wanted)).toBe(true);
    expect((await ruleOf()).title).not.toBe("试");
  });
  it("says why it fails", async () => {
    const rule = await ruleOf();
    const { body } = await call(
      "checkRule",
      { rule: { ...rule, clock: { ...rule.clock, limit: "600 months" } } },
      { token: legal.token },
    );
    expect([body.ok, body.refusal?.code]).toEqual([false, "examples-failed"]);
    expect(body.examples.some(({ pass, hint }) => !pass && hint !== undefined)).toBe(true);
    const broken = await call("checkRule", { rule: { id: "x" } }, { token: legal.token });
    expect([broken.body.ok, broken.body.refusal?.code, broken.body.examples]).toEqual([
      false,
      "bad-rule",
      [],
    ]);
  });
});

describe("where the author may publish alone", () => {
  const alone = (rules: readonly unknown[]) =>
    inDirectory((sql) => {
      const member = memberOf(sql, admin.id);
      if (member === undefined) throw new Error("no administrator");
      const pack = { revision: 1, hash: "" };
      const caller = { member, device: "d", session: "s", above: [], pack, packSignature: "" };
      return publishAs(sql, caller, { base: 1, say: "改标题", rules: [...rules], checklists: [] }, 1, START);
    });
  it("a change is the next revision at once", async () => {
    const result = await alone([await renamed("取保候审到期")]);
    expect(result.ok && result.value).toMatchObject({
      state: "published",
      revision: 2,
      label: "2030.3.2",
      needed: 1,
    });
    const opened = verifyPack(await pack(), admin.packKey, 1);
    expect(opened.ok && opened.value.rules.find((rule) => rule.id === "bail-overrun")?.title).toBe(
      "取保候审到期",
    );
  });
  it("a hard gate needs two others all the same", async () => {
    const result = await alone([{ ...(await ruleOf()), gate: "hard" }]);
    expect(result.ok && result.value).toMatchObject({ state: "waiting", revision: 1, needed: 2 });
  });
});
