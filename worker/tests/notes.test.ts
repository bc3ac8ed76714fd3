// Notes: open → replied or fixed → closed, each step an entry, who may do what.
import { beforeEach, describe, expect, it } from "vitest";
import { CASE, signedEntry } from "./batch.ts";
import { call, deploy, hire, inUnit, type Person } from "./deployment.ts";

let officer: Person;
let legal: Person;
let leader: Person;
beforeEach(async () => {
  const admin = await deploy();
  officer = await hire(admin, "han", ["officer"]);
  legal = await hire(admin, "fa", ["legal"]);
  leader = await hire(admin, "suo", ["leader"]);
  await call("sync", { device: officer.device, entries: [signedEntry(1)] }, { token: officer.token });
});

const draft = {
  kind: "问题",
  said: "缺少第二名民警签名",
  clause: "程序规定第203条",
  anchor: {
    page: "interview",
    url: "http://host.test/case?name=x#y",
    frame: "",
    field: "interviews/i1.askers",
    css: "#askers",
  },
} as const;
const write = async (body: unknown = draft) =>
  await call("createNote", body, { token: legal.token, params: { key: CASE } });
const reply = (id: string, fixed: boolean, who = officer) =>
  call("replyNote", { said: "已补签", fixed }, { token: who.token, params: { key: CASE, id } });
const close = (id: string, who = legal) =>
  call("closeNote", { said: "已核查" }, { token: who.token, params: { key: CASE, id } });

describe("a note", () => {
  it("goes its way and every step is in the ledger, its words outside the tree", async () => {
    const { body } = await write();
    const { id } = body.note;
    expect(body.note).toMatchObject({ state: "open", by: legal.id, byName: "fa某", replies: [] });
    expect((await reply(id, false)).body.note.state).toBe("replied");
    expect((await reply(id, true)).body.note.state).toBe("fixed");
    expect((await close(id)).body.note).toMatchObject({
      state: "closed",
      closed: { by: legal.id, said: "已核查" },
    });
    const view = await call("caseView", undefined, { token: officer.token, params: { key: CASE } });
    expect(view.body.notes).toMatchObject([
      { id, state: "closed", replies: [{ fixed: false }, { fixed: true }] },
    ]);
    const { lines } = (await call("ledger", undefined, { token: officer.token, params: { key: CASE } })).body;
    expect(lines.map(({ kind }) => kind)).toEqual(["signed", "noted", "replied", "replied", "note-closed"]);
    expect(lines.map(({ said }) => said)).toEqual([null, "缺少第二名民警签名", "已补签", "已补签", "已核查"]);
    expect(lines.map(({ record }) => record).join()).not.toMatch(/签名|补签|核查/);
  });
  it("keeps the page's address without its query", async () => {
    expect((await write()).body.note.anchor.url).toBe("http://host.test/case");
  });
  it("closed takes no more replies and is not closed twice", async () => {
    const { id } = (await write()).body.note;
    await close(id);
    expect((await reply(id, true)).body.code).toBe("conflict");
    expect((await close(id)).body.code).toBe("conflict");
  });
  it("is not closed by the one who reported it mended", async () => {
    const { id } = (await write()).body.note;
    await reply(id, true, leader);
    expect((await close(id, leader)).body.code).toBe("not-allowed");
    expect((await close(id, legal)).body.note.state).toBe("closed");
  });
  it("that is not there is not found, nor through another case", async () => {
    const { id } = (await write()).body.note;
    expect((await reply("n0", false)).body.code).toBe("not-found");
    const { body } = await call(
      "closeNote",
      { said: "x" },
      { token: legal.token, params: { key: "other:1", id } },
    );
    expect(body.code).toBe("not-found");
  });
});

describe("a note of", () => {
  it.each([
    ["a megabyte", { ...draft, said: "字".repeat(350_000) }, 413, "too-large"],
    ["half a megabyte", { ...draft, said: "x".repeat(500_000) }, 400, "bad-shape"],
    ["no words", { ...draft, said: "" }, 400, "bad-shape"],
    ["a kind of its own", { ...draft, kind: "处分" }, 400, "bad-shape"],
    ["no place", { kind: "问题", said: "x" }, 400, "bad-shape"],
    ["a quote of the page", { ...draft, anchor: { ...draft.anchor, quote: "韩某某" } }, 400, "bad-shape"],
  ])("%s is refused and nothing is lost", async (_, body, status, code) => {
    const refusal = await write(body);
    expect([refusal.status, refusal.body.code]).toEqual([status, code]);
    expect(await inUnit("root", (sql) => sql.exec("SELECT id FROM notes").toArray())).toEqual([]);
    expect((await write()).status).toBe(200);
  });
  it("markup comes back as the text it is", async () => {
    const said = "<script>alert(1)</script> '; DROP TABLE notes; --";
    expect((await write({ ...draft, said })).body.note.said).toBe(said);
    expect((await write()).status).toBe(200);
  });
});
