// The panel in its other states: all met, nothing to check, reading, paused, offline; never more than was checked.
import { describe, expect, it } from "vitest";
import { AT, breach, finding, pageState, running, unread } from "../sample.ts";
import { $, asked, hear, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

describe("states", () => {
  it("say 均符合 only when nothing is unknown", async () => {
    await show(pageState({ applicable: [finding(), running({ colour: "green" })] }));
    expect($(".clear h3").textContent).toBe("已检查 2 项，均符合");
    hear(pageState({ applicable: [finding(), unread()] }));
    await tick();
    expect(root().querySelector(".clear")).toBeNull();
    expect(root().textContent).not.toContain("项，均符合没有");
  });

  it.each([
    ["这一页没有案件信息", { state: "no-case" as const, applicable: [], all: [] }],
    ["第一粒扣在这一页停了", { state: "error" as const }],
    ["已暂停，16:10 自动恢复", { paused: { until: AT + 22 * 60_000, reason: "演示" } }],
  ])("%s", async (title, part) => {
    await show(pageState(part));
    expect($(".blank h3").textContent).toBe(title);
    expect(root().querySelector(".card")).toBeNull();
  });

  it("have a page that stopped read and judged again", async () => {
    await show(pageState({ state: "error" }));
    await press(".blank .primary");
    expect(asked).toContainEqual(["pause", { minutes: 0, reason: "" }]);
    expect($(".foot").textContent).toContain("没有检查");
  });

  it("show a skeleton and no verdict while reading", async () => {
    await show(pageState({ state: "reading" }));
    expect(root().querySelectorAll(".coverage i.grey").length).toBeGreaterThan(0);
    expect(root().querySelector(".card, .clear")).toBeNull();
  });

  it("keep the verdicts when offline and say what waits", async () => {
    await show(pageState({ connection: "offline", waiting: 7 }));
    expect($(".notice").textContent).toContain("7 条记录已存好");
    expect(root().querySelectorAll(".card")).toHaveLength(3);
    expect($(".foot").textContent).toContain("7 条待上传");
  });

  it("say that a page is read only as fields are left, beside what else there is to say", async () => {
    await show(pageState({ connection: "offline", slow: true }));
    expect(texts(".notice b")).toEqual(["这一页变动太多，离开字段时才检查", "离线，检查照常"]);
    hear(pageState());
    await tick();
    expect(root().querySelector(".notice")).toBeNull();
  });

  it("do not call a mended breach met", async () => {
    await show(pageState({ applicable: [finding(), breach({ mended: AT - 60_000 })] }));
    expect($(".clear h3").textContent).toBe("已检查 2 项，符合 1 项");
    expect($(".fold").textContent).toContain("已发生 1");
    expect($(".panel").textContent).not.toContain("均符合");
  });

  it("say of a page to which no rule speaks that nothing is checked there", async () => {
    await show(pageState({ applicable: [], all: [breach()] }));
    expect($(".blank h3").textContent).toBe("这一页没有要检查的项目");
    expect($(".blank p").textContent).toContain("本案另有 1 项要处理");
    expect($(".panel").textContent).not.toContain("已检查 0 项");
  });

  it("never say 均符合 beside an unknown", async () => {
    await show(pageState({ applicable: [finding(), unread()] }));
    expect($(".sum").textContent).toBe("本页适用 2 项，已检查 1 项1 项未检查");
    expect($(".panel").textContent).not.toContain("均符合");
  });

  it("show what both editions say of an act that lies across the change of the law, and ask", async () => {
    const one = {
      statute: "治安管理处罚法",
      editionLabel: "2012 修正",
      edition: "2012-10-26",
      article: "83",
    };
    const other = { ...one, editionLabel: "2025 修订", edition: "2025-06-27", article: "97" };
    const readings = [
      { ...one, verdict: "breached", colour: "red", due: AT - 60_000 },
      { ...other, verdict: "met", colour: "green" },
    ] as const;
    const asked = { verdict: "unknown", colour: "orange", reason: "law", readings, missing: [] } as const;
    await show(pageState({ applicable: [finding(asked)] }));
    await press('[data-card^="sample"] .card-foot .tool');
    expect(texts(".law-reading")).toEqual([
      "《治安管理处罚法》第83条 2012 修正违反届满 11月20日 15:47",
      "《治安管理处罚法》第97条 2025 修订符合",
    ]);
    expect($(".card-body").textContent).toContain("请报法制部门核定");
    expect($(".card-body").textContent).not.toContain("未读不等于没有");
  });

  it("put the toast between list and foot, where it covers no input", async () => {
    await show(pageState());
    await press('[data-card^="single"] .card-foot .tool');
    await press(".card.open .acts .second");
    expect($(".toasts").nextElementSibling?.className).toBe("foot");
    expect($(".toasts").previousElementSibling?.className).toBe("scroll");
  });

  it("list four or more unknowns as rows that name what cannot be read", async () => {
    await show(pageState({ applicable: [1, 2, 3, 4].map((n) => unread({ key: `u${n}` })) }));
    expect(texts(".row small")).toEqual(Array.from({ length: 4 }, () => "“告知书”读不到"));
  });
});
