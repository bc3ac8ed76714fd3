// The way through several findings: from one opened to the next, and what was put right is seen to be so.
import { afterEach, expect, it, vi } from "vitest";
import { breach, finding, pageState, running } from "../sample.ts";
import { $, hear, key, panelStage, press, root, show, texts } from "./panel-stage.ts";

panelStage();
afterEach(() => vi.useRealTimers());

const second = breach({ rule: "second", title: "没有告知权利义务", key: "second" });
const OPEN = '[data-card^="single"] .card-foot .tool';

it("leads from an open card to its neighbours, by button and by key, and is not there for a single one or a closed list", async () => {
  await show(pageState({ applicable: [breach(), second, finding()] }));
  expect(root().querySelector(".pager")).toBeNull();
  await press(OPEN);
  expect($(".pager span").textContent).toBe("第 1 项，共 2 项");
  expect(($(".pager button") as HTMLButtonElement).disabled).toBe(true);
  await press(".pager button:last-child");
  expect($(".card.open").dataset["card"]).toBe("second");
  expect($(".pager span").textContent).toBe("第 2 项，共 2 项");
  expect(root().querySelector('[aria-current="true"]')).toBeNull();
  await key("k");
  expect($(".card.open h4").textContent).toBe(breach().title);
  hear(pageState({ applicable: [breach(), finding()] }));
  await key("1");
  expect(root().querySelector(".pager")).toBeNull();
});

it("what was put right stays in its place with a tick for three seconds, and is spoken", async () => {
  await show(pageState({ applicable: [breach(), second, running()] }));
  vi.useFakeTimers();
  const met = finding({ rule: "single-officer", key: "met" });
  hear(pageState({ applicable: [met, second, running()] }));
  await vi.advanceTimersByTimeAsync(50);
  expect(texts(".card h4")).toEqual(["没有告知权利义务", breach().title, "传唤将满十二小时"]);
  expect($(".card.fixed").textContent).toContain("已改好");
  expect($(".panel > p.unseen").textContent).toContain(`已改好：${breach().title}`);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(texts(".card h4")).toEqual(["没有告知权利义务", "传唤将满十二小时"]);
});

it("nothing is called put right that is no longer read, or was left for another page", async () => {
  await show(pageState({ applicable: [breach(), second] }));
  hear(pageState({ applicable: [breach({ verdict: "unknown", colour: "grey", key: "u" }), second] }));
  await key("1");
  expect(root().querySelector(".card.fixed")).toBeNull();
  hear(pageState({ applicable: [breach(), second] }));
  hear(
    pageState({ pageKind: "measures", applicable: [finding({ rule: "single-officer", key: "m" }), second] }),
  );
  await key("1");
  expect(root().querySelector(".card.fixed")).toBeNull();
});
