// The panel draws reminders, clocks and checklists, hears its keys, and hands every act to the background.
import { describe, expect, it } from "vitest";
import { AT, breach, pageState, running } from "../sample.ts";
import { $, asked, hear, key, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

describe("reminders", () => {
  it("open with counts, one cell per applicable rule, and the cards gravest first", async () => {
    await show(pageState());
    expect(texts(".loud span")).toEqual(["1 项违反", "1 项紧急"]);
    expect([...root().querySelectorAll(".coverage i")].map((cell) => cell.className)).toEqual([
      "red",
      "orange",
      "grey",
      "green",
    ]);
    expect($(".sum").textContent).toBe("本页适用 4 项，已检查 3 项1 项未检查");
    expect(texts(".card h4")).toEqual([
      "讯问人员中民警不足二人",
      "传唤将满十二小时",
      "首次讯问是否告知可以委托律师",
    ]);
    expect(texts(".card .state")).toEqual(["违反 · 自 15:02", "剩 41 分钟", "未检查"]);
    expect($(".fold").textContent).toContain("其余 1 项符合");
  });

  it("show all six parts of an open card, and only one card open", async () => {
    await show(pageState());
    await press('[data-card^="twelve"] .card-foot .tool');
    expect(texts(".card.open h5")).toEqual(["依据", "读到", "怎么算", "可延长", "怎么办"]);
    const text = $(".card.open").textContent!;
    for (const part of ["《刑事诉讼法》第118条", "2018 修正", "“侦查人员不得少于二人”", "夜间不停"])
      expect(text).toContain(part);
    // Read twelve seconds before this file was begun.
    expect(text).toMatch(/本页 · [1-5]\d 秒前/);
    expect(text).toContain("经办案部门负责人批准可至 24 小时，即 11月21日 04:30");
    expect($(".working .answer").textContent).toContain("41 分钟");
    expect($(".card-line").textContent).toContain("规则 2026.11.3 · 法制大队维护");
    await press('[data-card^="single"] .card-foot .tool');
    expect(root().querySelectorAll(".card.open")).toHaveLength(1);
    expect(texts(".card.open .hole")).toEqual(["空白"]);
  });

  it("say of an unknown what is missing, and judge neither way", async () => {
    await show(pageState());
    await press('[data-card^="lawyer"] .card-foot .tool');
    expect(texts(".card.open h5")).toEqual(["缺什么", "依据", "怎么办"]);
    expect($(".card.open").textContent).toContain("未读不等于没有");
    expect(texts(".card.open .hole")).toEqual(["未读"]);
  });

  it("send 签收, 有异议 and 说明 with what was said", async () => {
    await show(pageState());
    await press('[data-card^="single"] .card-foot .tool');
    await press(".card.open .acts .second");
    await press(".card.open .card-line .text");
    await tick();
    const box = $(".say textarea") as HTMLTextAreaElement;
    box.value = "第二名民警已到场";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await tick();
    $(".say").dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await tick();
    expect(
      asked.filter(([type]) => type === "answer").map(([, input]) => [input["kind"], input["said"]]),
    ).toEqual([
      ["signed", undefined],
      // One click sends it; the line that may follow goes after it.
      ["disputed", undefined],
      ["disputed", "第二名民警已到场"],
    ]);
    expect($(".toast").textContent).toContain("已转法制部门");
  });

  it("show with whom an objection waits, then what was answered", async () => {
    const one = breach();
    const made = { kind: "wrong", at: AT, said: "民警是两人" } as const;
    const reply = { outcome: "upheld", said: "规则已改", byName: "许衡", at: AT } as const;
    await show(pageState({ applicable: [one], answers: { [one.key]: made } }));
    await press(".card .card-foot .tool");
    expect($(".card.open").textContent).toContain("已转规则维护人");
    expect($(".card.open").textContent).toContain("您写的：民警是两人");
    await show(pageState({ applicable: [one], answers: { [one.key]: { ...made, reply } } }));
    expect($(".card .state").textContent).toBe("已答复 · 确有误，已改或者将改规则");
  });

  it("say that a message went out and that nobody answered it, until somebody has", async () => {
    const { rule, on } = breach();
    const told = {
      rule,
      on,
      colour: "red",
      at: AT - 60_000,
      channel: "sms",
      state: "sent",
      tier: 1,
    } as const;
    await show(pageState({ reminded: [told, { ...told, rule: "another" }] }));
    expect(texts(".card .told")).toEqual(["已发短信 15:47 · 无人签收，已上报法制员"]);
    hear(pageState({ reminded: [{ ...told, signed: { by: "u1", byName: "陈立", at: "" } }] }));
    await tick();
    expect(texts(".card .told")).toEqual([]);
  });

  it("keep a signed card in the list, quieter", async () => {
    const signed = breach();
    await show(pageState({ applicable: [signed], answers: { [signed.key]: { kind: "signed", at: AT } } }));
    expect($(".card.quiet .state").textContent).toBe("已签收 · 违反 · 自 15:02");
  });

  it("put what was mended under 已发生 and out of the count", async () => {
    await show(pageState({ applicable: [breach({ mended: AT - 60_000 }), running()] }));
    expect(texts(".card h4")).toEqual(["传唤将满十二小时"]);
    expect($(".fold").textContent).toContain("已发生");
  });

  it("show a page's text as text", async () => {
    const why = '<script>globalThis.hit=1</script><img src=x onerror="globalThis.hit=1">';
    await show(pageState({ applicable: [breach({ why, title: why, fix: why })] }));
    await press(".card-foot .tool");
    expect(root().querySelector("script, img")).toBeNull();
    expect($(".card p").textContent).toBe(why);
    expect((globalThis as { hit?: number }).hit).toBeUndefined();
  });
});

describe("keys", () => {
  it("turn tabs, walk and open cards, sign and leave", async () => {
    await show(pageState());
    await key("j");
    await key("j");
    expect($('[aria-current="true"]').dataset["card"]).toMatch(/^twelve/);
    await key("Enter");
    expect(root().querySelectorAll(".card.open")).toHaveLength(1);
    await key("a");
    expect(asked.at(-1)?.[1]).toMatchObject({ kind: "signed", rule: "twelve-hours" });
    await key("2");
    expect($('[aria-selected="true"]').textContent).toContain("时限");
    await key("Escape");
    expect(root().querySelector(".panel")).toBeNull();
  });

  it("go on into the text box after D, so that what is typed is no command", async () => {
    await show(pageState());
    $(".panel").focus();
    await key("j");
    await key("d");
    expect((root().getRootNode() as ShadowRoot).activeElement?.localName).toBe("textarea");
    await key("Escape");
    expect((root().getRootNode() as ShadowRoot).activeElement?.className).toBe("panel");
  });

  it("leave a composition and modified keys alone", async () => {
    await show(pageState());
    await key("2", { isComposing: true });
    await key("2", { ctrlKey: true });
    expect($('[aria-selected="true"]').textContent).toContain("提醒");
  });
});

describe("the other tabs", () => {
  it("list running clocks, first due first, with their end", async () => {
    const late = running({ key: "late", title: "移送看守所", colour: "green", due: AT + 30 * 3_600_000 });
    await show(pageState({ applicable: [late, running()] }));
    await key("2");
    expect(texts(".clock .grow")).toEqual(["传唤将满十二小时", "移送看守所"]);
    expect($(".clock small").textContent).toBe("今天 16:30 届满");
    expect(root().querySelectorAll(".clock .track s")).not.toHaveLength(0);
  });

  it("give long spans in years beside the days", async () => {
    const due = AT - 10_551 * 86_400_000;
    const from = due - 366 * 86_400_000;
    await show(pageState({ applicable: [breach({ title: "取保候审超过十二个月未解除", from, due })] }));
    await key("2");
    expect($(".clock .left").textContent).toBe("超 10551 天");
    expect($(".clock small").textContent).toContain("约 28 年 10 个月");
  });

  it("tick a duty with its evidence", async () => {
    const items = [
      { id: "hurt", say: "问明有无疾病、外伤", attest: true },
      { id: "two", say: "讯问人员不少于二名民警", rule: "single-officer" },
    ];
    const checklists = [{ id: "i", title: "讯问", stage: "interview", pages: ["interview"], items }];
    await show(pageState({ checklists }));
    await key("3");
    expect($(".next p").textContent).toBe("请另一名民警到场");
    await press(".item.open .slim");
    const box = $(".item input") as HTMLInputElement;
    box.value = "伤情登记 1 份";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await tick();
    $(".item form").dispatchEvent(new Event("submit", { cancelable: true, bubbles: true }));
    await tick();
    expect(asked.at(-1)).toEqual([
      "tick",
      { caseKey: "sample/A9901", item: "hurt", ticked: true, evidence: "伤情登记 1 份" },
    ]);
  });
});
