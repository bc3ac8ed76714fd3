// Proves that the browsable catalogue is whole: every rule has its place, every link leads somewhere, nothing stands unescaped.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, readCatalogue } from "../../worker/cli/catalogue-files.ts";
import { html } from "../../worker/cli/html/markup.ts";

const out = mkdtempSync(join(tmpdir(), "catalogue-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, "worker/cli/catalogue.ts"), ...args], { encoding: "utf8" });

const pages = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));

test("every rule stands on the page of its stage, and every link leads to a place that is there", () => {
  const { status, stderr } = run("--out", out);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const catalogue = readCatalogue();
  if (!catalogue.ok) throw new Error(catalogue.refusal.message);
  const texts = new Map(pages(out).map((name) => [join(out, name), readFileSync(join(out, name), "utf8")]));
  expect(texts.size).toBe(22);
  for (const { id, stage, title, examples } of catalogue.value.rules) {
    const text = texts.get(join(out, `stage/${stage}.html`))!;
    const from = text.indexOf(`id="${id}"`);
    expect(from, id).toBeGreaterThan(0);
    const own = text.slice(from, text.indexOf("</article>", from));
    expect(own).toContain(title);
    for (const example of examples) expect(own, id).toContain(example.title);
    expect(own, id).not.toContain("例子没有通过");
  }
  for (const [file, text] of texts) {
    const ids = (of: string) => new Set([...of.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, href = ""] of text.matchAll(/ href="([^"]+)"/g)) {
      const [path = "", place] = href.split("#");
      const target = path === "" ? file : join(dirname(file), path);
      expect(existsSync(target), `${file} → ${href}`).toBe(true);
      if (place !== undefined) expect(ids(texts.get(target) ?? ""), `${file} → ${href}`).toContain(place);
    }
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(text).not.toMatch(/https?:\/\//);
  }
});

test("the search list holds every rule", () => {
  const script = readFileSync(join(out, "search.js"), "utf8");
  const list = JSON.parse(script.slice("const CATALOGUE=".length, script.indexOf("];") + 1)) as string[][];
  const catalogue = readCatalogue();
  expect(list.map(([id]) => id).sort()).toEqual(
    catalogue.ok ? catalogue.value.rules.map(({ id }) => id).sort() : [],
  );
});

test("values are escaped, markup is not", () => {
  expect(html`<p title="${'"'}">${"<b>&"}${html`<i>${1}</i>`}${undefined}${[html`<br>`, "<"]}</p>`.text).toBe(
    '<p title="&quot;">&lt;b&gt;&amp;<i>1</i><br>&lt;</p>',
  );
});

test("the catalogue's own checks are printed", () => {
  const { stdout } = run("--check");
  expect(stdout).toMatch(/依据：\d+ 处/);
  expect(stdout).toMatch(/\d+ 条规则，(各项检查都通过|\d+ 处要改)/);
});

test("the list still says each rule on one line", () => {
  expect(run("--list").stdout).toMatch(
    / {2}bail-overrun {2}取保候审超过十二个月未解除 {2}红线 · 生效 {2}《刑事诉讼法》2018-10-26 第79条/,
  );
});
