// The list of the page: what is read and what is not, the page's name and sign, steps taken back, and what is kept.
import { expect, test } from "vitest";
import type { SiteProfile } from "../../shared/rules/site-profile.ts";
import {
  $,
  all,
  choose,
  kept,
  key,
  open,
  opened,
  pickerStage,
  point,
  press,
  profile,
  texts,
  type,
  until,
} from "./picker-stage.ts";

pickerStage();

const PAGE = `<h1>星河市业务平台</h1><h2>韩某某强制措施审批表</h2><form>
  <p><label>被采取措施人：</label><input id="who" value="韩某某"></p>
  <p><label>措施种类：</label><input id="kind" value="取保候审"></p>
  <p><label>起算日：</label><input id="from" value="2026-03-05"></p>
  <p><label>案由：</label><input id="cause" value="盗窃"></p></form>`;

const correct = async (id: string, search: string, path: string): Promise<void> => {
  await point(id);
  await type(".pick-choice input", search);
  await press(`[data-field="${path}"]`);
  await until(() => expect(all(".pick-card")).toEqual([]));
};
const rows = (): string[] => texts(".pick-rows li");

test("every label stands in the list with what it became; those unread can be seen alone", async () => {
  await open(PAGE);
  expect(rows()).toEqual([
    "被采取措施人强制措施 → 被采取措施人",
    "措施种类强制措施 → 强制措施种类",
    "起算日未读",
    "案由案件 → 案由",
  ]);
  expect($(".pick-sum").textContent).toBe("读到 3 / 4");
  await press(".pick-filter button", "未读");
  await until(() => expect(rows()).toEqual(["起算日未读"]));
  await press(".pick-rows .pick");
  await until(() => expect($(".pick-card h2").textContent).toBe("起算日"));
});

test("keys go through the list and open the card", async () => {
  await open(PAGE);
  await key(".pick-list", "j");
  await key(".pick-list", "j");
  await until(() => expect($(".pick-rows li.on b").textContent).toBe("措施种类"));
  await key(".pick-list", "k");
  await until(() => expect($(".pick-rows li.on b").textContent).toBe("被采取措施人"));
  await key(".pick-list", "Enter");
  await until(() => expect($(".pick-card h2").textContent).toBe("被采取措施人"));
});

test("each step is taken back by its name, down to the page as it was found", async () => {
  await open(PAGE);
  const first = profile;
  expect($<HTMLButtonElement>(".pick-undo").disabled).toBe(true);
  await correct("from", "执行时间", "measures.startedAt");
  await correct("cause", "案件名称", "case.name");
  expect($(".pick-undo").textContent).toBe("撤销：更正“案由”");
  await press(".pick-undo");
  await until(() => expect($(".pick-undo").textContent).toBe("撤销：更正“起算日”"));
  expect(profile.pages[0]?.corrections).toEqual([{ label: "起算日", field: "measures.startedAt" }]);
  await key(".pick-list", "u");
  await until(() => expect(profile).toEqual(first));
  expect($(".pick-undo").textContent).toBe("还没有改动");
});

test("a correction can be taken off the list of what was marked", async () => {
  await open(PAGE);
  await correct("from", "执行时间", "measures.startedAt");
  expect(texts(".pick-parts li span")).toEqual(["“起算日”是强制措施 → 执行时间"]);
  await press(".pick-parts button", "去掉");
  await until(() => expect(all(".pick-parts li")).toEqual([]));
  expect(rows()).toContain("起算日未读");
});

test("the platform gets a name for people; the name by which cases are kept together stays", async () => {
  await open(PAGE);
  const { platform } = profile;
  expect($(".page-line b").textContent).toBe("还没有命名");
  await press(".page-line button");
  await until(() => expect($<HTMLInputElement>(".page-form input[type=text]").value).toBe(platform));
  expect(
    $(".page-form .pick-field:nth-of-type(2) small, .page-form label:last-of-type small").textContent,
  ).toContain(platform);
  await type(".page-form input[type=text]", "星河市业务平台");
  await choose(".page-form select", "approval");
  await press(".page-form .primary");
  await until(() => expect(all(".page-form")).toEqual([]));
  expect(profile).toMatchObject({ name: "星河市业务平台", platform });
  expect(profile.pages).toEqual([
    { id: "approval", label: "呈批审核", element: "approvals", url: expect.any(String) },
  ]);
  expect($(".page-line").textContent).toContain("呈批审核按网址认出");
});

test("the page is told by a heading without the words of one case, when a person chooses so", async () => {
  await open(PAGE);
  await press(".page-line button");
  const title = "标题含“强制措施审批表”";
  await until(() => expect(texts(".page-form .radio")).toContain(title));
  const way = all(".page-form .radio").find((each) => each.textContent === title)!;
  way.querySelector("input")!.click();
  await until(() => expect(way.querySelector("input")!.checked).toBe(true));
  await press(".page-form .primary");
  await until(() => expect(all(".page-form")).toEqual([]));
  expect(profile.pages[0]).toMatchObject({ heading: "强制措施审批表" });
  expect(profile.pages[0]?.url).toBeUndefined();
  expect($(".page-line").textContent).toContain("按标题认出");
});

test("what is kept: the page as a test, and which fields it is to show, as a person left them", async () => {
  await open(PAGE);
  await correct("from", "执行时间", "measures.startedAt");
  await press('.pick-shows [data-field="case.cause"] input');
  await until(() => expect($(".pick-shows summary").textContent).toContain("另有 1 个可勾"));
  await press(".pick-list .primary", "存为草稿");
  await until(() => expect(kept).toHaveLength(1));
  expect(profile.pages[0]?.shows).toEqual(["measures.person", "measures.kind", "measures.startedAt"]);
  expect(kept?.[0]?.html).toContain("取保候审");
  expect(kept?.[0]?.html).not.toMatch(/2026|韩某某/);
  await until(() => expect($(".pick-notice").textContent).toContain("应读到 3 个字段，连同 1 个"));
  await press(".pick-notice .second", "打开页面档案");
  expect(opened).toEqual([`/profiles/${profile.id}`]);
});

const lost = (): SiteProfile => ({
  id: "t",
  name: "t",
  platform: "p",
  match: ["^"],
  pages: [
    {
      id: "measures",
      label: "强制措施",
      css: "body",
      element: "measures",
      shows: ["measures.kind", "measures.startedAt", "measures.approver"],
    },
  ],
});

test("what the page has lost is proposed, to be taken or to be given up", async () => {
  await open(PAGE, lost());
  expect($(".pick-lost h3").textContent).toContain("2 项");
  expect(texts(".pick-lost li").join()).toContain("“起算日”");
  await press(".pick-lost .slim", "采用");
  await until(() => expect($(".pick-lost h3").textContent).toContain("1 项"));
  await press(".pick-lost .slim", "不一定有");
  await until(() => expect(all(".pick-lost")).toEqual([]));
  await press(".pick-list .primary", "存为草稿");
  await until(() => expect(kept).toBeDefined());
  expect(profile.pages[0]?.shows).toEqual(["measures.kind", "measures.startedAt"]);
});

test("a change that does not hold is refused in words, and the draft stays", async () => {
  await open(PAGE, { ...lost(), name: "旧名" });
  await press(".page-line button");
  await type(".page-form input[type=text]", "长".repeat(3_000));
  await press(".page-form .primary");
  await until(() => expect($(".pick-notice.bad").textContent).toContain("没有改成"));
  expect(profile.name).toBe("旧名");
});
