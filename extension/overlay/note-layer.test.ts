// A note in place: found by hashes on the page, by its field without them, and nowhere when the page no longer has it.
import { beforeEach, expect, it } from "vitest";
import type { CaseNote } from "../../shared/supervision/note.ts";
import { spotOf } from "./note-layer.ts";
import { anchorOf } from "./panel/pick.ts";
import { evidence, pageState } from "./sample.ts";
import { flowOf } from "./text-flow.ts";

const ROWS = ["甲某 2026-01-02 是", "乙某 2026-01-03 是", "丙某 2026-01-04 否"];
const table = (rows: readonly string[]): string =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split(" ")
          .map((cell) => `<td>${cell}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;
const page = (rows = ROWS): void => {
  document.body.innerHTML = `${table(rows)}<textarea id="text">问：车在哪里？\n答：放到朋友家了。</textarea><script>var x="放到朋友家了。"</script>`;
};
const now = (): Promise<void> => Promise.resolve();
const find = (anchor: CaseNote["anchor"], views = {}) =>
  spotOf({ anchor }, views, flowOf(document.body), now);

beforeEach(() => page());

it("follows a cell when rows come before it, and is lost when the row goes", async () => {
  const cell = [...document.querySelectorAll("td")].find((td) => td.textContent === "2026-01-03")!;
  const picked = anchorOf(cell, pageState({ evidence: {} }), "");
  if (!picked.ok) throw new Error(picked.why);
  page(["丁某 2026-01-01 是", ...ROWS]);
  const spot = await find(picked.anchor);
  expect(spot?.is === "range" && spot.range.toString()).toBe("2026-01-03");
  page(ROWS.filter((row) => !row.startsWith("乙某")));
  expect(await find(picked.anchor)).toBeUndefined();
});

it("finds a stretch of a text box and does not read scripts", async () => {
  const box = document.querySelector("textarea")!;
  const start = box.value.indexOf("放到");
  const picked = anchorOf(box, pageState({ evidence: {} }), "", { start, end: start + 7 });
  if (!picked.ok) throw new Error(picked.why);
  expect(picked.shown).toBe("放到朋友家了。");
  expect(JSON.stringify(picked.anchor)).not.toContain("朋友");
  box.value = `补充一行\n${box.value}`;
  expect(await find(picked.anchor)).toMatchObject({ is: "value", start: start + 5 });
  box.value = "答：记不清了。";
  expect(await find(picked.anchor)).toBeUndefined();
});

it("stands on a field by its path as it is read now, not by an old place on the page", async () => {
  const views = { "interviews/i1.askers": evidence("#text") };
  const picked = anchorOf(document.querySelector("#text")!, pageState({ evidence: views }), "");
  if (!picked.ok) throw new Error(picked.why);
  expect(picked.anchor.field).toBe("interviews/i1.askers");
  expect(await find(picked.anchor, views)).toMatchObject({ is: "field" });
  expect(await find(picked.anchor, {})).toBeUndefined();
});
