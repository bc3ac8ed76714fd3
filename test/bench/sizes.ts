// Measures what has to be downloaded and loaded: the engine, the base pack, and a pack of 1,000 rules.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { STATUTES } from "../../shared/law/statutes.ts";
import { bodyOf, packIn, partsOf } from "../../shared/rules/wire/pack-body.ts";
import { basePlan } from "../../shared/time/holidays.ts";
import { BODY_FILE } from "../../worker/cli/base-pack.ts";
import { median } from "./measured.ts";
import type { Row } from "./row.ts";
import { parameters } from "./workload.ts";
import { workloadRules } from "./workload-rules.ts";

const RULES = join(import.meta.dirname, "../../shared/rules");
const ENGINE = 5_000;
const PACK = 60_000;
const LOAD = 15;
const RUNS = 7;

/** What an engine is among its peers: conditions to closures, three-valued, with their reads, found by the index. */
const CONDITIONS = `export { compile } from "${RULES}/compile.ts"; export { indexOf, candidates } from "${RULES}/rule-index.ts";`;
/** The same with what only law needs: periods, editions, pairs, exceptions, and judging again after a change. */
const VERDICTS = `export { visitSpeaking } from "${RULES}/speaking.ts"; export { keepJudged } from "${RULES}/judge-again.ts"; export { prepare } from "${RULES}/prepare.ts";`;

/** Other parts of the product, which the engine is given: dictionary, calendar, statutes, comparison of stories, words. */
const OUTSIDE =
  /\/(dictionary|time|law|story)\/[\w/-]+\.ts$|\/rules\/(describe|words|why|rule-words|working|template|key|fields)\.ts$/;

async function bundled(source: string): Promise<number> {
  const bundle = await rolldown({
    input: "entry",
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? id : null),
        load: (id) => (id === "entry" ? { code: source, moduleType: "ts" } : null),
      },
    ],
    external: (id, importer) => OUTSIDE.test(importer === undefined ? id : join(importer, "..", id)),
  });
  const { output } = await bundle.generate({ format: "es", minify: true });
  await bundle.close();
  return gzipSync(output[0].code, { level: 9 }).length;
}

/** Medians over fresh processes: a pack is loaded once, by code that has never run. */
function loadTimes(): { load: number; first: number } {
  const folder = mkdtempSync(join(tmpdir(), "first-button-"));
  const file = join(folder, "pack.json");
  const body = bodyOf({
    format: 1,
    issuer: "bench",
    revision: 1,
    label: "1",
    publishedAt: "2026-01-01T00:00+08:00",
    rules: workloadRules(parameters(1_000)),
    checklists: [],
    profiles: [],
    statutes: STATUTES,
    holidays: basePlan,
  });
  writeFileSync(file, body);
  const runs = Array.from(
    { length: RUNS },
    () =>
      JSON.parse(
        execFileSync(process.execPath, [join(import.meta.dirname, "load.ts"), file], { encoding: "utf8" }),
      ) as { load: number; first: number },
  );
  rmSync(folder, { recursive: true });
  return { load: median(runs.map(({ load }) => load)), first: median(runs.map(({ first }) => first)) };
}

const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

/** Rows: engine and pack as they are downloaded, and how long 1,000 rules take to load. */
export async function sizesBench(): Promise<readonly Row[]> {
  const [conditions, verdicts] = [await bundled(CONDITIONS), await bundled(VERDICTS)];
  const body = JSON.parse(readFileSync(BODY_FILE, "utf8")) as string;
  const { core, words = "" } = partsOf(body);
  const [whole, judging, said] = [body, core, words].map((text) => gzipSync(text, { level: 9 }).length);
  const { rules, checklists } = packIn(body);
  const { load, first } = loadTimes();
  return [
    {
      figure: "引擎（条件编译、三值、读取记录、索引），gzip",
      value: `${kB(conditions)}（连同期限、版本、配对和增量判定 ${kB(verdicts)}）`,
      budget: `≤ ${kB(ENGINE)}`,
      held: conditions <= ENGINE,
      kind: "budget",
    },
    {
      figure: `规则包，签名与下载的全部（${rules.length} 条的条件、期限、依据、分量，${checklists.length} 张清单的编排），gzip`,
      value: `${kB(judging!)}，每条 ${(judging! / rules.length).toFixed(0)} 字节`,
      budget: `≤ ${kB(PACK)}`,
      held: judging! <= PACK,
      kind: "budget",
    },
    {
      figure: "规则包的文字（标题、事实句、整改、清单说法），按哈希另取，文字不变不再取，gzip",
      value: `${kB(said!)}（与规则包合计 ${kB(whole!)}）`,
      budget: `≤ ${kB(PACK)}`,
      held: said! <= PACK,
      kind: "goal",
    },
    {
      figure: "1000 条规则从规则包正文装载到可用，新进程",
      value: `${load.toFixed(1)} ms（首次判定一个案件另需 ${first.toFixed(1)} ms）`,
      budget: `≤ ${LOAD} ms`,
      held: load <= LOAD,
      kind: "budget",
    },
  ];
}
