// What is planted on the two platforms is found, clean look-alikes stay quiet, and no other red is shown.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { findingsOf, ownPage, signInBrowser, until } from "../run/steps.ts";
import { raise, type Stage } from "./stage.ts";

interface Row {
  readonly id: string;
  readonly kind: "violation" | "clean" | "running";
  readonly platform: "new" | "old";
  readonly case: string;
  readonly page: string;
  readonly rule: string;
  readonly on: string;
  readonly expectColour: string;
  readonly mended?: boolean;
}

const { rows } = JSON.parse(readFileSync(join(import.meta.dirname, "../twin/planted.json"), "utf8")) as {
  rows: Row[];
};

let stage: Stage;
let desk: Page;

test.beforeAll(async () => {
  stage = await raise();
  desk = await signInBrowser(stage.browser, stage.worker.url, stage.people.officer);
});
test.afterAll(() => stage.end());

/** The pages of one case or incident, so that facts of several pages come together. */
const pagesOf = (row: Row): string[] => {
  const { case: no } = row;
  if (row.page.includes("incident") || row.page.includes("JJDBH")) return [row.page];
  const kinds =
    row.platform === "new"
      ? ["info", "filing", "measures", "property", "approvals", "papers", "stays"]
      : ["ajxx", "jcjd", "sadj", "ryqz", "sacw", "cpsh", "wsyx", "baq"];
  const common = kinds.map((k) =>
    row.platform === "new" ? `/new/#/case/${no}/${k}` : `/old/index.jsp?AJBH=${no}&page=${k}`,
  );
  return [
    ...common.filter((p) => p !== row.page),
    ...rows.filter((r) => r.case === no && r.page !== row.page).map((r) => r.page),
    row.page,
  ];
};

/** Opens them side by side as somebody does who compares them, the planted one last; all stay open until `leave`. */
const visit = async (row: Row): Promise<{ leave: () => Promise<void> }> => {
  const open = async (path: string): Promise<Page> => {
    const page = await stage.browser.context.newPage();
    await page.goto(`${stage.twin.url}${path}`);
    return page;
  };
  const paths = [...new Set(pagesOf(row))];
  const pages = await Promise.all(paths.slice(0, -1).map(open));
  for (const path of paths.slice(-1)) pages.push(await open(path));
  await desk.waitForTimeout(1_500);
  return {
    async leave() {
      await Promise.all(pages.map((page) => page.close()));
    },
  };
};

for (const no of new Set(rows.map((r) => r.case))) {
  const own = rows.filter((r) => r.case === no);
  test(`${no}: ${own.map((r) => `${r.id} ${r.rule}`).join(", ")}`, async () => {
    const { leave } = await visit(own[0]!);
    const planted = own.filter((r) => r.kind !== "clean");
    for (const row of planted) {
      const found = await until(
        `${row.id} ${row.rule}`,
        async () =>
          (await findingsOf(await ownPage(stage.browser), no)).find(
            (f) => f.rule === row.rule && f.colour === row.expectColour,
          ),
        8_000,
      ).catch(async (cause: unknown) => {
        const all = (await findingsOf(desk, no)).filter((f) => f.rule === row.rule);
        throw new Error(
          `${String(cause)}; it is ${JSON.stringify(all.map((f) => [f.on, f.verdict, f.colour, f.missing, f.reason]))}`,
        );
      });
      expect(found.mended !== undefined, `${row.id} mended`).toBe(row.mended === true);
    }
    const findings = await findingsOf(desk, no);
    expect(findings.length, "the case was recognised and judged").toBeGreaterThan(0);
    const expected = new Set(planted.map((r) => r.rule));
    const others = findings.filter((f) => f.colour === "red" && !expected.has(f.rule));
    expect(others.map((f) => `${f.rule} on ${f.on}: ${f.why}`)).toEqual([]);
    if (own.some((r) => r.kind === "clean"))
      expect(
        findings
          .filter((f) => f.colour === "orange" && !expected.has(f.rule))
          .map((f) => `${f.rule} on ${f.on}: ${f.why}`),
      ).toEqual([]);
    for (const row of own.filter((r) => r.kind === "clean"))
      expect(
        findings
          .filter((f) => f.rule === row.rule && (f.colour === "red" || f.colour === "orange"))
          .map((f) => f.on),
        row.id,
      ).toEqual([]);
    await leave();
  });
}
