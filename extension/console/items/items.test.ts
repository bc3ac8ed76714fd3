// 督办事项: what the list shows and filters, what an item says of its proof and way, and that no move goes without its reason.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ItemStep } from "../../../shared/api/routes/items.ts";
import { bodies, chromeOf, type Edge, edgeFor, Refuse } from "../sample/background.ts";
import { choose, close, labelled, one, open, press, shown, submit, type } from "../sample/draw.ts";
import type { ItemView } from "./order.ts";

const NOW = Date.parse("2026-11-20T09:00+08:00");
const HOUR = 3_600_000;
let edge: Edge;
let held: ItemView[];
let steps: ItemStep[];

const item = (id: string, part: Partial<ItemView> = {}): ItemView => ({
  id,
  unit: "root",
  origin: "rule",
  caseKey: "新警综:A9901",
  number: "A9901",
  title: "拘留后超过一日未通知家属",
  clause: "刑事诉讼法第85条",
  rule: "family-notice-late",
  on: "measures/m1",
  owner: { id: "m1", name: "陈立" },
  by: "object",
  byName: "",
  at: NOW - 40 * HOUR,
  limit: NOW + 60 * HOUR,
  state: "mending",
  parties: ["m1"],
  tier: 0,
  foundAt: NOW - 30 * HOUR,
  selfCorrected: false,
  reopened: 0,
  moves: 4,
  ...part,
});

beforeEach(() => {
  edge = edgeFor("legal");
  held = [
    item("i1"),
    item("i2", {
      title: "处警结果与首次报警不符",
      origin: "patrol",
      number: "",
      caseKey: "",
      ref: "J1",
      limit: NOW - HOUR,
      state: "found",
      owner: undefined,
    }),
    item("i3", { title: "超期已补", state: "closed", closed: { by: "m1", at: NOW }, selfCorrected: true }),
  ];
  steps = [
    { n: 0, do: "open", by: "object", byName: "", at: NOW - 40 * HOUR, said: null, index: 3 },
    { n: 1, do: "confirm", by: "m9", byName: "林知秋", at: NOW - 30 * HOUR, said: "没有送达记录", index: 4 },
    { n: 2, do: "reply", by: "m1", byName: "陈立", at: NOW - 20 * HOUR, said: null, index: 5 },
  ];
  edge.routes.items = () => ({ items: held, now: NOW });
  edge.routes.item = ({ params }) => ({
    item: held.find(({ id }) => id === params["id"]),
    history: steps,
    now: NOW,
  });
  edge.routes.itemOwners = () => ({ owners: [{ id: "m5", name: "周岩", unitName: "柳桥派出所" }] });
  vi.stubGlobal("chrome", chromeOf(edge));
});
afterEach(close);

const says = (text: string): Promise<void> => vi.waitFor(() => expect(shown()).toContain(text));
const rows = (): string[] =>
  [...document.querySelectorAll("table.items tbody tr")].map((row) => row.textContent ?? "");

it("lists what is open, over its limit first, and filters by stage, limit and owner", async () => {
  open("#/items");
  await says("未办结 2 件 · 超期 1 件");
  expect(rows().map((row) => row.slice(0, 4))).toEqual(
    ["超期 1", "剩 2 "].map((start) => expect.stringContaining(start.trim())),
  );
  expect(rows()[0]).toContain("处警结果与首次报警不符");
  expect(rows()[0]).toContain("未指定");
  await press("超期");
  expect(rows()).toHaveLength(1);
  await press("全部");
  await choose(labelled("责任人"), "m1");
  expect(rows()).toHaveLength(1);
  await choose(labelled("责任人"), "");
  one('.segments[aria-label="环节"] button:last-child').click();
  await says("自纠");
  expect(rows()).toHaveLength(1);
});

it("says what the next stage waits for, and offers no way past the missing proof", async () => {
  open("#/items/root%2Fi1");
  await says("拘留后超过一日未通知家属");
  expect(one(".item-stages [aria-current=step]").textContent).toContain("整改");
  expect(shown()).toContain("还没有；页面改正后自动记入");
  expect(one<HTMLButtonElement>(".item-buttons button", "复核通过").disabled).toBe(true);
  expect(shown()).toContain("页面还没有重新判定为符合,不能通过复核");
  expect([...document.querySelectorAll(".item-history strong")].map((each) => each.textContent)).toEqual([
    "回复",
    "确认问题",
    "提出",
  ]);
  expect(one(".item-history").textContent).toContain("内容已按保存期限删除");
});

it("sends a move with its reason and what was seen, nothing without, and shows why one was refused", async () => {
  edge.routes.moveItem = () => {
    throw new Refuse("conflict", "这件事项刚有新的办理,请刷新后再办");
  };
  open("#/items/root%2Fi1");
  await says("退回整改");
  await press("退回整改");
  await submit();
  expect(bodies(edge, "moveItem")).toEqual([]);
  expect(shown()).toContain("请写明理由");
  await type(labelled("还差什么"), " 缺送达回执 ");
  await submit();
  await says("这件事项刚有新的办理");
  edge.routes.moveItem = () => ({ item: held[0], history: steps, now: NOW });
  await submit();
  await says("已记入台账：退回整改");
  const sent = bodies<{ key: string; seen: number; do: string; said: string }>(edge, "moveItem");
  expect(sent.map(({ seen, do: name, said }) => [seen, name, said])).toEqual([
    [4, "return", "缺送达回执"],
    [4, "return", "缺送达回执"],
  ]);
  expect(sent[0]?.key).toBe(sent[1]?.key);
});

it("hands an item on only to somebody named, and lets nobody judge his own", async () => {
  edge.routes.moveItem = () => ({ item: held[0], history: steps, now: NOW });
  open("#/items/root%2Fi1");
  await says("转派");
  await press("转派");
  await vi.waitFor(() => expect(labelled("新的责任人").textContent).toContain("周岩"));
  await type(labelled("转派的理由"), "原责任人休假");
  await submit();
  expect(bodies(edge, "moveItem")).toEqual([]);
  expect(shown()).toContain("请另选一名责任人");
  await choose(labelled("新的责任人"), "m5");
  await submit();
  await vi.waitFor(() => expect(bodies(edge, "moveItem")).toMatchObject([{ do: "assign", owner: "m5" }]));
  held = [item("i1", { parties: ["m9"], owner: { id: "m9", name: "林知秋" } })];
  open("#/items/root%2Fi1");
  await says("报告已整改");
  expect(document.querySelectorAll(".item-buttons button[disabled]")).toHaveLength(0);
  expect(shown()).not.toContain("退回整改");
});

it("imports a table only when every row is right; case and owner are found by number and name", async () => {
  edge.routes.cases = () => ({
    cases: [{ key: "新平台:A9901", number: "A9901", platform: "新平台" }],
  });
  edge.routes.itemOwners = () => ({
    owners: [
      { id: "m4", name: "周岩", unitName: "柳桥派出所" },
      { id: "m5", name: "韩某", unitName: "柳桥派出所" },
      { id: "m6", name: "韩某", unitName: "石桥派出所" },
    ],
  });
  open("#/items");
  await says("未办结 2 件");
  await press("导入");
  const give = (text: string): void => {
    const file = one<HTMLInputElement>('input[type="file"]');
    Object.defineProperty(file, "files", { value: [new File([text], "事项.csv")], configurable: true });
    file.dispatchEvent(new Event("change", { bubbles: true }));
  };
  give("事项,案件编号\n未受案,A9901\n");
  await says("表格缺少列：情况");
  edge.routes.importItems = () => ({ problems: [{ row: 2, at: "title", message: "不符合约定" }], made: 0 });
  give(
    [
      "情况,事项,案件编号,责任人,核查期限",
      "见录像,未受案,a9901,周岩,2026-12-31",
      "见录像,,A0,韩某,月底",
      "电话13900009901,未受案,,钱某,",
    ].join("\n"),
  );
  await says("2 行不对");
  for (const told of [
    "事项是必填的",
    "没有这个编号的案件",
    "有几个人叫这个名字",
    "核查期限应当写成",
    "本单位没有这名责任人",
    "不符合约定",
  ])
    expect(shown()).toContain(told);
  expect(document.querySelectorAll(".item-raise tbody tr")).toHaveLength(2);
  expect(() => one("button.primary", "导入 3 件")).toThrow();
  edge.routes.importItems = () => ({ problems: [], made: 2 });
  give("事项,情况,案件编号,责任人\n未受案,见录像,A9901,韩某（石桥派出所）\n未受案,见录像,A9901,周岩\n");
  await says("2 行都可以导入");
  await press("导入 2 件");
  await says("已导入 2 件");
  const [, , sent] = bodies<{ check: boolean; rows: { key: string }[] }>(edge, "importItems");
  expect(sent).toMatchObject({
    check: false,
    rows: [
      { origin: "import", title: "未受案", said: "见录像", caseKey: "新平台:A9901", owner: "m6" },
      { origin: "import", title: "未受案", said: "见录像", caseKey: "新平台:A9901", owner: "m4" },
    ],
  });
  expect(new Set(sent?.rows.map(({ key }) => key)).size).toBe(2);
  for (const { key } of sent?.rows ?? []) expect(key).toMatch(/^[\w.:-]{8,80}$/);
});
