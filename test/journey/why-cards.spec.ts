// Every warning on the stand-in platforms shows its sum: what is wrong, what was read and where, the clause, how to mend it, the rule's version; 定位 shows the field.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { findingsOf, until } from "../run/steps.ts";
import { type Desk, raiseDesk } from "./panel-desk.ts";

interface Row {
  readonly id: string;
  readonly kind: "violation" | "clean" | "running";
  readonly case: string;
  readonly page: string;
  readonly rule: string;
  readonly expectColour: string;
  readonly mended?: boolean;
}
/** What one open card says, part by part. */
interface Said {
  readonly title: string;
  readonly why: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly read: readonly { readonly value: string; readonly source: string }[];
  readonly foot: string;
}

/** For the legal desk, not for the officer's page. */
const LEGAL = "incident-category-weakened";
const { rows } = JSON.parse(readFileSync(join(import.meta.dirname, "../twin/planted.json"), "utf8")) as {
  rows: Row[];
};
const planted = rows.filter(
  ({ kind, mended, rule }) => kind !== "clean" && mended !== true && rule !== LEGAL,
);

let desk: Desk;

test.beforeAll(async () => {
  desk = await raiseDesk();
});
test.afterAll(() => desk.stage.end());

/** Opens a card by its finding's key and reads it. */
const OPEN = (key: string): string => `async function () {
  const key = ${JSON.stringify(key)};
  const card = () => [...this.querySelectorAll(".card")].find((each) => each.dataset.card === key);
  if (!card().classList.contains("open")) card().querySelector(".card-foot [aria-expanded]").click();
  for (let n = 0; n < 40 && card().querySelector(".card-line") === null; n += 1) await new Promise((r) => setTimeout(r, 25));
  card().scrollIntoView({ block: "nearest" });
  const text = (e) => (e?.innerText ?? e?.textContent ?? "").trim();
  return {
    title: text(card().querySelector("h4")),
    why: text(card().querySelector(".card-what p")),
    parts: Object.fromEntries([...card().querySelectorAll(".part")].map((e) => [text(e.querySelector("h5")), text(e.querySelector(".part-body"))])),
    read: [...card().querySelectorAll(".read dd")].map((e) => ({ value: text(e.firstElementChild), source: text(e.querySelector(".source")) })),
    foot: text(card().querySelector(".card-line")),
  };
}`;

for (const page of new Set(planted.map((row) => row.page)))
  test(page, async () => {
    const { host, overlay, stage } = desk;
    const own = planted.filter((row) => row.page === page);
    await host.goto("about:blank");
    await host.goto(`${stage.twin.url}${page}`);
    await overlay.wait("button.edge", "项");
    for (const row of own)
      await until(`${row.id} ${row.rule}`, async () =>
        (await findingsOf(desk.own, row.case)).some(
          (f) => f.rule === row.rule && f.colour === row.expectColour,
        ),
      );
    await overlay.click("button.edge");
    await overlay.wait("[role=tab]", "提醒");
    // What the tab shows is what was read of the page wholly: it comes to rest when two looks say the same.
    let last = "";
    const shown = await until("the cards stand still", async () => {
      const keys = await overlay.run<string[]>(
        `function () { return [...this.querySelectorAll(".card.red, .card.orange, .card.yellow")].map((each) => each.dataset.card); }`,
      );
      const before = last;
      last = keys.join();
      return keys.length >= own.length && before === last && keys;
    });
    const all = await findingsOf(desk.own, own[0]!.case);
    const ruleOf = (key: string): string => all.find((f) => f.key === key)?.rule ?? "";
    expect(shown.map(ruleOf)).toEqual(expect.arrayContaining(own.map(({ rule }) => rule)));
    for (const key of shown) {
      const said = await overlay.run<Said>(OPEN(key));
      const what = ruleOf(key);
      expect(said.title, what).not.toBe("");
      expect(said.why, what).not.toBe("");
      expect(said.read.length, what).toBeGreaterThan(0);
      for (const { value, source } of said.read) {
        expect(value, what).not.toBe("");
        expect(source, what).toMatch(/没有读到|· (刚刚|刚刚读取|(读取于 )?\d+ (秒|分钟|小时|天)前)$/);
      }
      expect(said.parts["依据"], what).toMatch(/^《.+》第.+条[\s\S]*(修正|修订|制定|公布|通过|发布|印发|版)/);
      expect(said.parts["怎么办"]?.length ?? 0, what).toBeGreaterThan(6);
      expect(said.foot, what).toMatch(/规则 \d{4}\.\d+/);
      if ((await overlay.see(".card.open .acts button", "定位")).length === 0) continue;
      await overlay.click(".card.open .acts button", "定位");
      const box = await until("the field is outlined", async () => {
        // Those of the fields before it stand a moment longer.
        const here = await overlay.see(".outline");
        return (here.length > 0 ? here : await overlay.see(".outline", "", "frames")).at(-1);
      });
      expect(box.height, what).toBeGreaterThan(0);
      expect(box.y, what).toBeLessThan(800);
      expect(box.y + box.height, what).toBeGreaterThan(0);
    }
  });
