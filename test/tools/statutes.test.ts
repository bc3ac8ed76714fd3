// Runs the check of citations over folders of invented texts that say exactly what the catalogue cites, or almost.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { afterAll, describe, expect, test } from "vitest";
import { citationsJson } from "../../shared/law/library/citations-json.ts";
import { limitsOf } from "../../shared/law/library/limits-of-rule.ts";
import { citedNumber } from "../../shared/law/library/statute-text.ts";
import { ROOT, readCatalogue } from "../../worker/cli/catalogue-files.ts";

const home = mkdtempSync(join(tmpdir(), "first-button-statutes-"));
afterAll(() => rmSync(home, { recursive: true }));

const catalogue = readCatalogue();
if (!catalogue.ok) throw new Error(catalogue.refusal.message);
const { rules } = catalogue.value;

/** By title and edition: every cited number with the limits of the rules that cite it. */
function citedTexts(): Map<string, Map<string, Set<string>>> {
  const texts = new Map<string, Map<string, Set<string>>>();
  for (const rule of rules)
    for (const { statute, edition, article } of rule.basis) {
      const key = `${statute}_${edition}`;
      const articles = texts.get(key) ?? new Map<string, Set<string>>();
      texts.set(key, articles);
      const number = citedNumber(article);
      const says = articles.get(number) ?? new Set<string>();
      articles.set(number, says);
      for (const { say } of limitsOf(rule)) says.add(say);
    }
  return texts;
}

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A text with these articles; places such as 二(一)2 stand under their headings. */
function written(articles: ReadonlyMap<string, ReadonlySet<string>>): string {
  const say = (number: string): string =>
    `须在${[...(articles.get(number) ?? [])].join("、") || "星河厅"}以内。`;
  const places = [...articles.keys()].filter((number) => !/^\d/.test(number));
  if (places.length === 0)
    return [...articles.keys()]
      .map((number) => `第${number.replace(/-(\d)$/, "条之$1")}条 ${say(number)}`)
      .join("\n\n");
  return NUMERALS.slice(0, 5)
    .flatMap((top) => [
      `${top}、标题`,
      ...NUMERALS.slice(0, 5).flatMap((middle) => [
        `（${middle}）标题`,
        ...[1, 2, 3, 4, 5].map((low) => `${low}. ${say(`${top}(${middle})${low}`)}`),
      ]),
    ])
    .join("\n");
}

let count = 0;
function folder(files: ReadonlyMap<string, string>): string {
  const path = join(home, `f${++count}`);
  mkdirSync(path);
  for (const [name, text] of files) writeFileSync(join(path, name), text);
  return path;
}

const whole = (): Map<string, string> =>
  new Map([...citedTexts()].map(([name, articles]) => [`${name}.md`, written(articles)]));

function run(...args: readonly string[]) {
  const done = spawnSync(process.execPath, [join(ROOT, "worker/cli/statutes.ts"), ...args], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function checked(path: string, code: number) {
  const done = run(path, "--json");
  expect(done.err).toBe("");
  const json = v.parse(citationsJson, JSON.parse(done.out));
  expect(done.code, JSON.stringify(json.problems.slice(0, 5))).toBe(code);
  return json;
}

const withFile = (change: (files: Map<string, string>) => void): string => {
  const files = whole();
  change(files);
  return folder(files);
};
const LAW = "刑事诉讼法_2018-10-26.md";

test("texts that say all that is cited: every citation holds, exit 0", () => {
  const json = checked(folder(whole()), 0);
  expect([json.ok, json.problems, json.refused]).toEqual([true, [], []]);
  expect(json.found).toBe(json.citations);
  expect(json.citations).toBeGreaterThan(500);
});

describe("what does not hold is listed by its kind, exit 1", () => {
  const kinds = (path: string): string[] => [...new Set(checked(path, 1).problems.map(({ kind }) => kind))];

  test("a statute, an edition, an article that is not there", () => {
    expect(kinds(withFile((files) => files.delete(LAW)))).toEqual(["missing-statute"]);
    expect(
      kinds(withFile((files) => files.set("刑事诉讼法_1901-01-01.md", files.get(LAW) ?? "").delete(LAW))),
    ).toEqual(["missing-edition"]);
    const path = withFile((files) => files.set(LAW, (files.get(LAW) ?? "").replace("第79条", "第997条")));
    expect(checked(path, 1).problems).toContainEqual(
      expect.objectContaining({ kind: "missing-article", statute: "刑事诉讼法", article: "79" }),
    );
  });

  test("a number that the article does not say, a first day that is another", () => {
    const blank = (text: string): string => text.replace(/须在[^\n]*/g, "须及时。");
    const path = folder(new Map([...whole()].map(([name, text]) => [name, blank(text)])));
    const { problems } = checked(path, 1);
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: "number", rule: "bail-overrun", say: "所引条文都没有写“12 个月”" }),
    );
    expect(kinds(withFile((files) => files.set(LAW, `- 生效: 2018-11-01\n\n${files.get(LAW)}`)))).toEqual([
      "in-force",
    ]);
  });
});

test("a fragment that lacks articles is told and does not fail; pieces are joined", () => {
  const fragment = checked(
    withFile((files) => files.set(LAW.replace(".md", "_片段.md"), "第997条 星河。").delete(LAW)),
    0,
  );
  expect(new Set(fragment.problems.map(({ kind }) => kind))).toEqual(new Set(["not-held"]));
  const halves = withFile((files) => {
    const articles = (files.get(LAW) ?? "").split("\n\n");
    files.delete(LAW);
    files.set(LAW.replace(".md", "_上.md"), articles.slice(0, 9).join("\n\n"));
    files.set(LAW.replace(".md", "_下.md"), articles.slice(9).join("\n\n"));
  });
  expect(checked(halves, 0).problems).toEqual([]);
});

test("files that are no statutes are named with their reason", () => {
  const path = withFile((files) =>
    files.set("目录.md", "# 目录").set("重.md", "# 星河法\n第一条 甲。\n第一条 乙。"),
  );
  expect(
    checked(path, 0)
      .refused.map(({ file, code }) => [file, code])
      .sort(),
  ).toEqual(
    [
      ["目录.md", "no-articles"],
      ["重.md", "doubled-article"],
    ].sort(),
  );
  expect(run(path).out).toContain("目录.md　no-articles");
});

describe("nothing to check is one clear line and exit 2", () => {
  test.each<[string, () => readonly string[], string]>([
    ["no folder", () => [], "要给出一个文件夹"],
    ["two folders", () => [home, home], "要给出一个文件夹"],
    ["an unknown option", () => [home, "--fast"], "--fast"],
    ["a folder that is not there", () => [join(home, "none")], "none"],
    ["a file", () => [join(folder(new Map([["a.md", "x"]])), "a.md")], "不是文件夹"],
    ["an empty folder", () => [folder(new Map())], "没有法规文件"],
    ["no readable statute", () => [folder(new Map([["a.md", "# 目录"]]))], "a.md：没有读到条文"],
  ])("%s", (_, args, say) => {
    const { code, out, err } = run(...args());
    expect([code, out]).toEqual([2, ""]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(say);
  });
});
