// A page that is not seen costs nothing, whatever happens on it; what happened is read as soon as it is seen.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { classWords } from "./facts/class-words.ts";
import { frameReader } from "./facts/frame-reader.ts";
import { labelWords } from "./facts/label-words.ts";
import { startReading } from "./start-reading.ts";

let end: AbortController;
let reader: ReturnType<typeof frameReader>;
let reports: number;

beforeEach(() => {
  end = new AbortController();
  reader = frameReader();
  reports = 0;
  document.body.innerHTML =
    "<form><label>案由<input id='a' value='盗窃'></label></form><div id='more'></div>";
  startReading({
    document,
    signal: end.signal,
    say(message) {
      reports++;
      if (message.type === "scan") reader.take(message.scan);
      else reader.change(message.change);
    },
  }).learn(labelWords(), classWords(), []);
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

const labels = (): readonly string[] => reader.scan?.cells.map(({ label }) => label) ?? [];

test("changes out of sight are read when the page is seen", async () => {
  await vi.waitFor(() => expect(labels()).toEqual(["案由"]));
  const seen = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  const before = reports;
  document.querySelector("#more")!.innerHTML = "<label>案件名称<input value='某案'></label>";
  await new Promise((next) => setTimeout(next, 1_500));
  expect(reports).toBe(before);
  seen.mockReturnValue(false);
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  await vi.waitFor(() => expect(labels()).toEqual(["案由", "案件名称"]));
});
