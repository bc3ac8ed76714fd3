// The panel shows an item on the card that it rests on and the others above, and sends what its owner says.
import { describe, expect, it } from "vitest";
import type { CaseItem } from "../../protocol/supervision.ts";
import { AT, breach, finding, pageState } from "../sample.ts";
import { $, asked, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

const HOUR = 3_600_000;
const officer = { name: "陈立", id: "m1", roles: ["officer"], unitName: "柳桥派出所" };
const item = (part: Partial<CaseItem> = {}): CaseItem => ({
  id: "i1",
  unit: "root",
  origin: "rule",
  caseKey: "新警综:A990",
  number: "A990",
  title: "讯问人员中民警不足二人",
  rule: "single-officer",
  on: "interviews/i1",
  owner: { id: "m1", name: "陈立" },
  by: "object",
  byName: "",
  at: AT - HOUR,
  limit: AT + 20 * HOUR,
  state: "mending",
  parties: ["m1"],
  tier: 0,
  selfCorrected: false,
  reopened: 0,
  moves: 3,
  ...part,
});
const openCard = () => press('[data-card^="single"] .card-foot .tool');
const write = async (text: string): Promise<void> => {
  const box = $(".matter textarea") as HTMLTextAreaElement;
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
  $(".matter form").dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
  await tick();
};

describe("a supervision item", () => {
  it("stands on its finding's card, not above it, and takes the owner's words", async () => {
    await show(pageState({ member: officer, items: [item()] }));
    expect(root().querySelector(".matters")).toBeNull();
    await openCard();
    expect($(".card.open .matter").textContent).toContain("督办 · 整改");
    expect($(".matter").textContent).toContain("改好后重新打开本页，自动证明");
    expect(texts(".matter .acts button")).toEqual(["已整改", "回复", "申请延期"]);
    await press(".matter .acts button:nth-child(1)");
    await write("  ");
    expect(asked.filter(([type]) => type === "item-move")).toEqual([]);
    await write("第二名民警已补签");
    expect(asked.filter(([type]) => type === "item-move").map(([, input]) => input)).toEqual([
      { caseKey: "新警综:A990", item: "i1", do: "claim", said: "第二名民警已补签" },
    ]);
  });

  it("asks for more time by days", async () => {
    await show(pageState({ member: officer, items: [item()] }));
    await openCard();
    await press(".matter .acts button:nth-child(3)");
    await press(".matter fieldset button:nth-child(3)");
    await write("等鉴定意见");
    expect(asked.find(([type]) => type === "item-move")?.[1]).toMatchObject({ do: "ask-time", days: 7 });
  });

  it("that the page shows mended says so, above the cards, and waits for the review", async () => {
    const right = finding({ rule: "single-officer", on: "interviews/i1", verdict: "met" });
    await show(pageState({ member: officer, items: [item()], applicable: [right], all: [right] }));
    expect($(".matters .matter").textContent).toContain("页面已改正，等待复核");
  });

  it("of somebody else or closed offers nothing", async () => {
    const other = item({
      id: "i2",
      rule: undefined,
      on: undefined,
      title: "处警结果与首次报警不符",
      owner: { id: "m9", name: "周岩" },
    });
    await show(
      pageState({
        member: { ...officer, id: "m7", roles: ["legal"] },
        items: [other, item({ id: "i3", state: "closed" })],
        applicable: [breach()],
      }),
    );
    expect(texts(".matters .matter-title")).toEqual(["处警结果与首次报警不符"]);
    expect($(".matters").textContent).toContain("责任人：周岩");
    expect(root().querySelectorAll(".matter .acts button")).toHaveLength(0);
    await openCard();
    expect(root().querySelectorAll(".card .matter")).toHaveLength(0);
  });
});
