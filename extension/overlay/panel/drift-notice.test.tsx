// The officer is told on the page which fields it no longer yields, and since when.
import { expect, it } from "vitest";
import { finding, pageState } from "../sample.ts";
import { hear, panelStage, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

it("a page that has lost fields says which and since when, also where all that was checked is met", async () => {
  const since = Date.parse("2026-11-18T09:00:00+08:00");
  const drift = { fields: ["询问讯问 → 询问人", "询问讯问 → 开始时间"], since };
  await show(pageState({ applicable: [finding()], drift }));
  expect(texts(".notice b")).toEqual(["这一页有 2 个字段从前读得到、现在读不到"]);
  expect(texts(".notice p").join()).toContain("询问讯问 → 询问人、询问讯问 → 开始时间，自11月18日起");
  hear(pageState());
  await tick();
  expect(root().querySelector(".notice")).toBeNull();
});
