// The statute library: loading, replacing, dropping, who may, and what is refused.
import { beforeEach, describe, expect, it } from "vitest";
import { statuteHash } from "../../shared/law/library/check-text.ts";
import type { StatuteText } from "../../shared/law/library/statute-text.ts";
import { call, deploy, hire, inDirectory, type Person } from "./deployment.ts";

let admin: Person;
let officer: Person;
beforeEach(async () => {
  admin = await deploy();
  officer = await hire(admin, "jing", ["officer"]);
});

const text = (
  say = "巡河员发现险情的，应当在二十四小时以内报告。",
  more: Partial<StatuteText> = {},
): StatuteText => ({
  statute: "星河市巡河条例",
  edition: "2023-10-09",
  from: "2024-01-01",
  articles: [
    { number: "1", paragraphs: [{ text: "为了巡河，制定本条例。" }] },
    { number: "2", chapter: "第二章 巡河", paragraphs: [{ text: say, items: ["（一）水位；"] }] },
  ],
  ...more,
});
const load = (what: unknown, who = admin) => call("loadStatute", { text: what }, { token: who.token });
const loaded = async () => (await call("statutes", undefined, { token: officer.token })).body.statutes;
const read = (hash: string) => call("statuteText", undefined, { token: officer.token, params: { hash } });

describe("a loaded text", () => {
  it("is listed for everyone and handed out by the hash of its words", async () => {
    expect(await loaded()).toEqual([]);
    const { body } = await load(text());
    const hash = statuteHash(text());
    expect(body).toMatchObject({
      replaced: false,
      statute: { hash, articles: 2, from: "2024-01-01", partial: false },
    });
    expect(await loaded()).toEqual([body.statute]);
    expect((await read(hash)).body.text).toEqual(text());
    expect((await read("0".repeat(64))).status).toBe(404);
  });

  it("replaces the text of its edition; the old one stays on record with who ended it", async () => {
    await load(text());
    const { body } = await load(text("巡河员应当在十二小时以内报告。"));
    expect(body.replaced).toBe(true);
    expect((await loaded()).map(({ hash }) => hash)).toEqual([body.statute.hash]);
    expect((await read(statuteHash(text()))).status).toBe(200);
    const past = await inDirectory((sql) =>
      sql.exec("SELECT by, ended_by FROM statutes WHERE ended IS NOT NULL").toArray(),
    );
    expect(past).toEqual([{ by: admin.id, ended_by: admin.id }]);
  });

  it("is kept once when it is sent twice, and beside another edition", async () => {
    await load(text());
    expect((await load(text())).body.replaced).toBe(false);
    await load(text("旧文。", { edition: "2015-03-01" }));
    expect((await loaded()).map(({ edition }) => edition)).toEqual(["2015-03-01", "2023-10-09"]);
  });

  it("can be dropped, and loaded again", async () => {
    const { hash } = (await load(text())).body.statute;
    const drop = (who: Person) => call("dropStatute", {}, { token: who.token, params: { hash } });
    expect((await drop(officer)).status).toBe(403);
    expect((await drop(admin)).body).toEqual({ ok: true });
    expect(await loaded()).toEqual([]);
    expect((await drop(admin)).body.code).toBe("not-found");
    expect((await load(text())).status).toBe(200);
    expect(await loaded()).toHaveLength(1);
  });
});

describe("is refused", () => {
  it.each<[string, unknown, number, string]>([
    [
      "an article twice",
      text("", { articles: [...text().articles, ...text().articles] }),
      422,
      "doubled-article",
    ],
    ["no article", text("", { articles: [] }), 400, "bad-shape"],
    ["an edition that is no day", text("", { edition: "2023" }), 400, "bad-shape"],
    ["no statute at all", "第一条", 400, "bad-shape"],
    [
      "more than the limit",
      text("", {
        articles: Array.from({ length: 60 }, (_, i) => ({
          number: `${i + 1}`,
          paragraphs: [{ text: "河".repeat(5_000) }],
        })),
      }),
      413,
      "too-large",
    ],
    ["a body beyond all limits", text("河".repeat(400_000)), 413, "too-large"],
  ])("%s", async (_, what, status, code) => {
    const answer = await load(what);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await loaded()).toEqual([]);
  });

  it("to an officer", async () => {
    expect((await load(text(), officer)).body.code).toBe("not-allowed");
  });
});
