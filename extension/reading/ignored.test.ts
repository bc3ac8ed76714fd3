// Regions that a site profile leaves out are not read: neither at first nor when they change.
import { expect, test } from "vitest";
import type { SentScan } from "../protocol/frame-scan.ts";
import { classWords } from "./facts/class-words.ts";
import { labelWords } from "./facts/label-words.ts";
import { startReading } from "./start-reading.ts";

const PAGE =
  '<p><label>案由：</label><input value="盗窃"></p><div class="ads"><p><label>案由：</label><input value="诈骗"></p></div>';

const profile = (ignore: readonly string[]) => ({
  id: "t",
  name: "t",
  platform: "p",
  match: ["^"],
  pages: [{ id: "case", label: "案件", css: "body", ignore }],
});

test("a region that is left out is in no scan that is told, and is back when the profile no longer leaves it out", async () => {
  document.body.innerHTML = PAGE;
  const end = new AbortController();
  const scans: SentScan[] = [];
  const reading = startReading({
    document,
    signal: end.signal,
    say: (message) => {
      if (message.type === "scan") scans.push(message.scan);
    },
  });
  const values = async () => {
    await new Promise((done) => setTimeout(done, 400));
    return scans.map(({ cells }) => cells.map(({ value }) => value).join());
  };
  reading.learn(labelWords(), classWords(), [profile([".ads"])]);
  expect(await values()).toEqual(["盗窃"]);
  reading.learn(labelWords(), classWords(), [profile([])]);
  expect((await values()).at(-1)).toBe("盗窃,诈骗");
  // Nothing lies in a region that is not there: what is read is told all the same.
  scans.length = 0;
  reading.learn(labelWords(), classWords(), [{ ...profile([".none"]), platform: "q" }]);
  expect(await values()).toEqual(["盗窃,诈骗"]);
  end.abort();
});
