// The reading tool in a real browser: frames, layout tables, shadow roots; and one clear line for every bad input.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readingJson } from "../../shared/rules/reading-json.ts";

const TOOL = join(import.meta.dirname, "read.ts");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "first-button-pages-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [TOOL, ...args], { encoding: "utf8" });

function page(name: string, html: string): string {
  const path = join(folder, name);
  writeFileSync(path, `<!doctype html><meta charset="utf-8">${html}`);
  return pathToFileURL(path).href;
}

test("reads through frames, layout tables and shadow roots, after a click", { timeout: 90_000 }, () => {
  page("leaf.html", "<table><tr><td>受案时间</td><td><input value='2026-01-02'></td></tr></table>");
  const url = page(
    "top.html",
    `<p>案件编号：A1</p><iframe srcdoc="<p>案由：盗窃</p>"></iframe>
     <iframe srcdoc="<iframe src='leaf.html'></iframe>"></iframe>
     <table><tr><td><table><tr><td>财物编号</td><td>G1</td></tr></table></td><td><table><tr><td>保管人</td><td>沈澜</td></tr></table></td></tr></table>
     <div id="host"></div><button onclick="document.getElementById('late').hidden=false">更多</button>
     <p id="late" hidden>主办民警：陈立</p><div style="display:none"><p>案由：不见</p></div>
     <script>document.getElementById("host").attachShadow({mode:"open"}).innerHTML="<p>办案单位：柳桥派出所</p>"</script>`,
  );
  const { status, stdout, stderr } = run(url, "--wait", "#host", "--click", "button");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const reading = v.parse(readingJson, JSON.parse(stdout));
  expect(reading.url).toBe(url);
  expect(reading.cells.map(({ label, value, frame }) => `${frame}:${label}=${value}`)).toEqual([
    ":案件编号=A1",
    ":财物编号=G1",
    ":保管人=沈澜",
    ":办案单位=柳桥派出所",
    ":主办民警=陈立",
    "0:案由=盗窃",
    "1/0:受案时间=2026-01-02",
  ]);
  expect(reading.facts).toContainEqual(
    expect.objectContaining({ entity: "case", field: "acceptedAt", state: "known", value: "2026-01-02" }),
  );
  expect(reading.findings.length).toBeGreaterThan(0);
});

test("reads framesets, a text editor in a frame of its own, and what is drawn anew each second", {
  timeout: 90_000,
}, () => {
  page("head.html", "<p>案件编号：A1</p>");
  page(
    "record.html",
    `<title>询问笔录</title><table><tr><td>被询问人：</td><td><input value="柯某某"></td></tr>
     <tr><td>笔录内容：</td><td><textarea style="display:none">旧的</textarea><iframe id="u"></iframe></td></tr>
     <tr><td>开始时间：</td><td id="t"></td></tr></table>
     <script>const inside = document.getElementById("u").contentDocument; inside.open();
       inside.write("<body contenteditable=true><p>问：姓名：什么？</p></body>"); inside.close();
       const draw = () => { document.getElementById("t").innerHTML = "<span>2026-03-05 09:00</span>" };
       draw(); setInterval(draw, 1000)</script>`,
  );
  const url = page(
    "set.html",
    `<frameset rows="40,*"><frame src="head.html"><frameset cols="*"><frame src="record.html"></frameset></frameset>`,
  );
  const { status, stdout, stderr } = run(url, "--wait", "1500");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const { cells, facts } = v.parse(readingJson, JSON.parse(stdout));
  expect(cells.map(({ label, value, frame }) => `${frame}:${label}=${value}`)).toEqual([
    "0:案件编号=A1",
    "1:被询问人=柯某某",
    "1:笔录内容=问：姓名：什么？",
    "1:开始时间=2026-03-05 09:00",
  ]);
  expect(facts).toContainEqual(
    expect.objectContaining({ field: "startedAt", state: "known", value: "2026-03-05T09:00+08:00" }),
  );
});

test.each([
  [[], "要给出一个网址"],
  [["foo"], "网址 foo 不对"],
  [["ftp://127.0.0.1/"], "读不了"],
  [["file:///no/such/page.html"], "打不开"],
  [["http://127.0.0.1:1/", "--unknown"], "不认识 --unknown"],
  [["http://127.0.0.1:1/", "--wait"], "--wait 后面缺少内容"],
  [["http://127.0.0.1:1/", "http://127.0.0.1:2/"], "只能读一个网址"],
])("%j is refused with one line", (args, words) => {
  const { status, stdout, stderr } = run(...args);
  expect(stderr).toContain(words);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

test("an address that nobody answers is refused with one line", { timeout: 60_000 }, () => {
  const { status, stderr } = run("http://127.0.0.1:45999/");
  expect(stderr).toMatch(/打不开：ERR_CONNECTION_REFUSED\n$/);
  expect(status).toBe(2);
});
