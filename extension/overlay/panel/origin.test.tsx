// A card names the level its rule comes from and what layers made of it; a line of a switched-off rule says why and who.
import { describe, expect, it } from "vitest";
import type { Change, Origin } from "../../../shared/rules/layers/layer.ts";
import { AT, pageState } from "../sample.ts";
import { progressOf, standingOfItem } from "./item-standing.ts";
import { $, key, panelStage, press, root, show, texts } from "./panel-stage.ts";

panelStage();

const change = (part: Partial<Change>): Change => ({
  level: "city",
  layer: "星河市公安局",
  key: "limit",
  was: "12 小时",
  is: "8 小时",
  reason: "市局程序规定",
  author: "管某某",
  at: new Date(AT - 3 * 86_400_000).toISOString(),
  ...part,
});
const origin = (...changes: readonly Change[]): Origin => ({ level: "nation", layer: "第一粒扣", changes });

const open = async (rule: string, of: Origin | undefined): Promise<void> => {
  await show(pageState(of === undefined ? {} : { origins: { [rule]: of } }));
  await press('[data-card^="single"] .card-foot .tool');
};

describe("an open card", () => {
  it("says that the rule is the nation's, where no layer touched it", async () => {
    await open("single-officer", undefined);
    expect($(".card-line").textContent).toContain("国家规则 2026.11.3 · 法制大队维护");
    expect(texts(".card.open h5")).not.toContain("来源");
  });
  it("tells each change with level, unit, reason, name and day; one reason for several keys once", async () => {
    await open(
      "single-officer",
      origin(
        change({}),
        change({ key: "title", was: "甲", is: "乙" }),
        change({
          level: "bureau",
          layer: "云岭县公安局",
          key: "gate",
          was: "不设关口",
          is: "提交前提醒一次",
          reason: "县局要求",
        }),
      ),
    );
    expect($(".card-line").textContent).toContain("县级规则 2026.11.3");
    const part = [...root().querySelectorAll(".card.open .part")].find(
      (one) => one.querySelector("h5")?.textContent === "来源",
    );
    expect(part?.textContent).toBe(
      "来源市级 星河市公安局：期限 12 小时 → 8 小时市级 星河市公安局：标题 甲 → 乙理由：市局程序规定（管某某 11月17日）" +
        "县级 云岭县公安局：关口 不设关口 → 提交前提醒一次理由：县局要求（管某某 11月17日）",
    );
  });
  it("of a rule that a unit added says which", async () => {
    await open("single-officer", { level: "station", layer: "城关派出所", changes: [] });
    expect($(".card-line").textContent).toContain("所队规则");
    expect($(".card.open").textContent).toContain("所队 城关派出所增加的规则");
  });
});

describe("a checklist's line of a rule that a layer switched off", () => {
  const off = origin(
    change({ key: "off", was: "生效", is: "停用", layer: "云岭县公安局", reason: "另有系统提醒" }),
  );
  const item = { id: "far", say: "核对复议", how: "逐件看", rule: "far" };
  const list = {
    id: "interview",
    title: "询问讯问",
    stage: "interview",
    pages: ["interview"],
    items: [item],
  };
  const state = (origins: Readonly<Record<string, Origin>>) => pageState({ checklists: [list], origins });
  it("does not apply, is not counted, and says who switched it off and why", async () => {
    expect(standingOfItem(item, state({ far: off })).is).toBe("moot");
    expect(progressOf(list, state({ far: off })).all).toBe(0);
    expect(standingOfItem(item, state({})).is).toBe("later");
    expect(standingOfItem({ ...item, attest: true }, state({ far: off })).is).toBe("open");
    expect(standingOfItem(item, state({ far: origin(change({})) })).is).toBe("later");
    await show(state({ far: off }));
    await key("3");
    expect(root().textContent).toContain("云岭县公安局停用，理由：另有系统提醒（管某某 11月17日）");
  });
});
