// Loading statutes as an administrator does it: drop files, see what they are, say what is missing, load, end one.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { LoadedStatute } from "../../../shared/api/routes/statutes.ts";
import { statuteHash } from "../../../shared/law/library/check-text.ts";
import type { StatuteText } from "../../../shared/law/library/statute-text.ts";
import { bodies, chromeOf, type Edge, Refuse } from "../sample/background.ts";
import { close, labelled, one, open, press, shown, type } from "../sample/draw.ts";
import { studioFor } from "../sample/studio.ts";

let edge: Edge;
let loaded: LoadedStatute[];

const entry = (text: StatuteText): LoadedStatute => ({
  hash: statuteHash(text),
  statute: text.statute,
  edition: text.edition,
  from: text.from ?? null,
  partial: text.partial === true,
  articles: text.articles.length,
  byName: "林知秋",
  at: Date.now(),
});

function signInAs(...roles: readonly string[]): void {
  ({ edge } = studioFor(...roles));
  loaded = [];
  edge.routes.statutes = () => ({ statutes: loaded });
  edge.routes.loadStatute = ({ body }) => {
    const { text } = body as { text: StatuteText };
    const statute = entry(text);
    loaded = [...loaded, statute];
    return { statute, replaced: false };
  };
  edge.routes.dropStatute = ({ params }) => {
    loaded = loaded.filter(({ hash }) => hash !== params.hash);
    return { ok: true };
  };
  vi.stubGlobal("chrome", chromeOf(edge));
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  signInAs("admin");
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text), 3_000);

/** An invented text under the title that the sample rule cites, so that the check has something to say. */
const cited = (say: string): string =>
  `# 刑事诉讼法\n- 版本: 2018-10-26\n- 生效: 2018-10-26\n\n第一章 星河\n\n第一条 甲。\n\n第七十九条 ${say}\n\n第八十条 乙。\n\n第八十一条 丙。`;

function drop(...files: readonly (readonly [name: string, text: string | Uint8Array<ArrayBuffer>])[]): void {
  const event = new Event("drop", { bubbles: true, cancelable: true });
  const list = files.map(([name, text]) => new File([text], name));
  Object.assign(event, { dataTransfer: { files: list } });
  one(".drop").dispatchEvent(event);
}

it("reads dropped files, checks them against the rules, loads them and lists them", async () => {
  open("#/statutes");
  await says("还没有载入法规条文");
  await says("刑事诉讼法 2018-10-26");
  drop(["a.md", cited("值守不得超过十二个月。")]);
  await says("《刑事诉讼法》版本日期 2018-10-26 施行日期 2018-10-26 4 条");
  expect(shown()).toMatch(/规则引用 \d 处，都对得上/);
  await press("看条文");
  expect(shown()).toContain("第79条 值守不得超过十二个月。");
  expect(shown()).toContain("另有 1 条");
  await press("载入 1 部");
  await says("已载入 1 部，4 条");
  expect(bodies<{ text: StatuteText }>(edge, "loadStatute")[0]?.text).toMatchObject({
    statute: "刑事诉讼法",
    edition: "2018-10-26",
    articles: [{ number: "1", chapter: "第一章 星河" }, { number: "79" }, { number: "80" }, { number: "81" }],
  });
  expect(shown()).not.toContain("待载入");
  expect(shown()).toContain("规则引用的法规都已载入");
});

it("names what does not fit: another number, a missing article", async () => {
  open("#/statutes");
  await says("刑事诉讼法 2018-10-26");
  drop(["a.md", cited("值守不得超过六个月。")]);
  await says("须核对");
  expect(shown()).toContain("数字对不上 第79条 所引条文都没有写“12 个月”");
  await press("全部不要");
  drop(["a.md", cited("甲。").replace("第七十九条", "第七十八条")]);
  await says("没有这一条 第79条");
});

it("asks for title and edition where the file does not say them", async () => {
  open("#/statutes");
  await says("还没有载入");
  drop(["巡河.txt", "第一条　为了巡河。"]);
  await says("没有读到法规标题");
  expect(one<HTMLButtonElement>(".staged-list ~ *, .card-head .button.primary").disabled).toBe(true);
  await type(labelled("标题"), "星河市巡河条例");
  await says("没有读到《星河市巡河条例》的版本日期");
  await type(labelled("版本日期"), "2023-10");
  await says("应为 2018-10-26 的写法");
  await type(labelled("版本日期"), "2023-10-09");
  await says("《星河市巡河条例》版本日期 2023-10-09 1 条");
  expect(shown()).toContain("规则库没有引用这部法规");
});

it("keeps a field open while it is typed into", async () => {
  open("#/statutes");
  await says("还没有载入");
  drop(["巡河.txt", "- 版本: 2023-10-09\n\n第一条　为了巡河。"]);
  await says("没有读到法规标题");
  await type(labelled("标题"), "星");
  await says("《星》版本日期 2023-10-09");
  await type(labelled("标题"), "星河市巡河条例");
  await says("《星河市巡河条例》版本日期 2023-10-09");
});

it("joins 上 and 下, reads GB18030, and refuses with the reason", async () => {
  open("#/statutes");
  await says("还没有载入");
  // 第一条 甲。 in GB18030.
  const gb = Uint8Array.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3]);
  drop(
    ["星河市巡河条例_2015-03-01_下.md", "第二条 乙。"],
    ["星河市巡河条例_2015-03-01_上.md", gb],
    ["图.md", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff])],
    ["重.md", "第一条 甲。\n第一条 乙。"],
    ["大.md", "河".repeat(300_000)],
  );
  await says("1 部可以载入，3 个须处理");
  expect(shown()).toContain("《星河市巡河条例》版本日期 2015-03-01 2 条");
  expect(shown()).toContain("星河市巡河条例_2015-03-01_上.md、星河市巡河条例_2015-03-01_下.md");
  expect(shown()).not.toContain("片段");
  for (const say of ["既不是 UTF-8 也不是 GB18030", "第1条出现了两次", "超过 800 kB"])
    expect(shown()).toContain(say);
});

it("keeps what the service refuses, with its reason", async () => {
  open("#/statutes");
  await says("还没有载入");
  edge.routes.loadStatute = () => {
    throw new Refuse("busy", "连不上服务");
  };
  drop(["a.md", cited("不得超过十二个月。")]);
  await says("载入 1 部");
  await press("载入 1 部");
  await says("连不上服务");
  expect(shown()).toContain("《刑事诉讼法》");
});

it("says of the same text that it is loaded, of another that it replaces; ends one after a second word", async () => {
  open("#/statutes");
  await says("还没有载入");
  drop(["a.md", cited("不得超过十二个月。")]);
  await says("载入 1 部");
  await press("载入 1 部");
  await says("已载入 1 部，4 条");
  drop(["a.md", cited("不得超过十二个月。")]);
  await says("与已载入的相同");
  expect(shown()).toContain("载入 0 部");
  await press("全部不要");
  drop(["a.md", cited("不得超过十二个月，星河除外。")]);
  await says("将替换已载入的文本");
  await press("停用", "td button");
  expect(edge.asked.some(({ name }) => name === "dropStatute")).toBe(false);
  await press("确定停用");
  await says("还没有载入法规条文");
});

it("is read by a legal officer, who loads nothing, and not seen by an officer", async () => {
  close();
  signInAs("legal");
  open("#/statutes");
  await says("导入由管理员办理");
  expect(document.querySelector(".drop")).toBeNull();
  close();
  signInAs("officer");
  open("#/statutes");
  await says("没有这个页面，或者您的角色看不到");
});
