// A fault in drawing stays in the panel: it says that nothing was checked, closes, and draws anew when the fault is gone.
import { expect, test, vi } from "vitest";
import { words } from "../../words/panel.ts";
import { breach, pageState } from "../sample.ts";
import { $, hear, panelStage, press, root, show, texts, tick } from "./panel-stage.ts";

panelStage();

test("the panel says that it stopped, and is drawn anew", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await show(pageState());
  const state = pageState({ applicable: [breach()] });
  Object.defineProperty(state.applicable[0], "title", {
    get() {
      throw new Error("crashed on purpose");
    },
  });
  hear(state);
  await tick();
  expect(texts(".blank h3")).toEqual([words.states.error]);
  expect(quiet).toHaveBeenCalled();
  hear(pageState());
  await press(".blank .primary");
  expect(texts(".blank h3")).toEqual([]);
  expect($(".panel").textContent).not.toBe("");
  hear(state);
  await tick();
  await press(".blank .text");
  expect(root().querySelector(".panel")).toBeNull();
  quiet.mockRestore();
});
