// The one-minute guide in the panel: opened from a card, read beside the work, and left by the way back.
import { describe, expect, it } from "vitest";
import { breach, pageState } from "../sample.ts";
import { $, answers, asked, key, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

const OPEN = '[data-card^="single"] .card-foot .tool';

describe("the guide", () => {
  const steps = [
    { what: "先传唤", how: "出示传唤证。", done: "时间都写上。", cites: [] },
    {
      what: "二名民警",
      how: "二名以上民警进行。",
      done: "笔录有二人签名。",
      cites: [{ statute: "刑事诉讼法", edition: "2018-10-26", article: "118" }],
    },
  ];
  const guide = { stage: "interview" as const, say: "依法问，如实记。", steps };
  const GUIDE = '[aria-label="一分钟指引"]';

  it("opens beside the work, marks the card's own step, and leads back to the card by button and by Esc", async () => {
    answers.set("rule-help", { exceptions: [], guide });
    await show(pageState({ applicable: [breach()] }));
    await press(OPEN);
    await tick();
    await press(GUIDE);
    expect(asked.filter(([type]) => type === "open-console")).toEqual([]);
    expect(texts(".guide h3")).toEqual(["询问讯问"]);
    expect(texts(".guide li.own h4")).toEqual(["2二名民警本条"]);
    expect(root().querySelector('[role="tab"]')).toBeNull();
    await press(".guide-head button");
    expect($(".card.open").dataset["card"]).toBe(breach().key);
    await press(GUIDE);
    await key("2");
    expect(root().querySelector(".guide")).not.toBeNull();
    await key("Escape");
    expect(root().querySelector(".guide")).toBeNull();
    expect($(".card.open").dataset["card"]).toBe(breach().key);
  });

  it("leads on to all of them in the console, and is not offered where there is none", async () => {
    answers.set("rule-help", { exceptions: [], guide });
    await show(pageState({ applicable: [breach()] }));
    await press(OPEN);
    await tick();
    await press(GUIDE);
    await press(".guide > button");
    expect(asked).toContainEqual(["open-console", { path: "/guides/interview" }]);
    answers.set("rule-help", { exceptions: [] });
    await show(pageState({ applicable: [breach()] }));
    await press(OPEN);
    await tick();
    expect(root().querySelector(GUIDE)).toBeNull();
  });
});
