// Measures how many full reports of cases one unit takes in a second, new ones and ones of which little changed, by 32 browsers.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { begin, closeClients, good, hireAt, PASSWORD, type Signed } from "../rollup/client.ts";
import { bundledWorker, type NodeOfNetwork, nodeIn } from "../rollup/serve-node.ts";
import { CASES, changedEntry, lineEntry, reportOf } from "./full-case.ts";
import { place } from "./measured.ts";
import type { Row } from "./row.ts";

const CLIENTS = 32;
const ROUNDS = Number(process.env["SYNC_ROUNDS"] ?? 3);
/** One measurement lasts (ms). */
const SPAN = 3_000;
/** Another checkout of this project, whose worker is measured by turns with this one. */
const AGAINST = process.env["SYNC_AGAINST"];

const HERE = join(import.meta.dirname, "../..");

/** What is sent: a whole case that is new, one changed fact of a known one, a line that belongs to no case. */
type Kind = "new" | "again" | "line";
const KINDS: readonly Kind[] = ["line", "new", "again"];

interface Taken {
  /** Syncs a second. */
  readonly rate: number;
  /** Of one sync in the middle, and of the slowest but one in twenty (ms). */
  readonly p50: number;
  readonly p95: number;
}

/** One browser: its device, how far it has counted, the cases that it has sent. */
interface Browser extends Signed {
  seq: number;
  readonly cases: number[];
}

let cases = 0;

async function once(url: string, browser: Browser, kind: Kind): Promise<void> {
  const { token, device } = browser;
  const seed = kind === "new" ? (cases += 1) : (browser.cases[browser.seq % browser.cases.length] ?? 0);
  const of = { seq: browser.seq + 1, now: Date.now() };
  const entries =
    kind === "new" ? reportOf(seed, of) : [kind === "again" ? changedEntry(seed, of) : lineEntry(of)];
  const send = () => good(url, "sync", { device, entries }, { token });
  // A browser whose answer does not come sends the same again; each entry is taken once.
  await send().catch(send);
  browser.seq += entries.length;
  if (kind === "new") browser.cases.push(seed);
}

async function taking(url: string, browsers: readonly Browser[], kind: Kind): Promise<Taken> {
  const times: number[] = [];
  const from = performance.now();
  await Promise.all(
    browsers.map(async (browser) => {
      while (performance.now() - from < SPAN) {
        const begun = performance.now();
        await once(url, browser, kind);
        times.push(performance.now() - begun);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1_000;
  return { rate: times.length / seconds, p50: place(times, 0.5), p95: place(times, 0.95) };
}

async function browsersOf(node: NodeOfNetwork): Promise<readonly Browser[]> {
  const admin = await begin(node, "星河市公安局");
  await hireAt(node.url, admin, "jing", "root", ["officer"]);
  const browsers: Browser[] = [];
  for (let i = 0; i < CLIENTS; i += 1) {
    const device = `device-${i}`;
    const { token } = await good(node.url, "signIn", { account: "jing", password: PASSWORD, device });
    browsers.push({ token, device, seq: 0, cases: [] });
  }
  return browsers;
}

const middle = (all: readonly Taken[]): Taken => ({
  rate: place(
    all.map(({ rate }) => rate),
    0.5,
  ),
  p50: place(
    all.map(({ p50 }) => p50),
    0.5,
  ),
  p95: place(
    all.map(({ p95 }) => p95),
    0.5,
  ),
});

const TITLES: Readonly<Record<Kind, string>> = {
  new: "整案新报（一次同步一个新案件）",
  again: "改一项再报（一次同步一项变动）",
  line: "不属于案件的一条记录",
};

function rowsOf(whose: string, all: ReadonlyMap<Kind, readonly Taken[]>): readonly Row[] {
  const line = middle(all.get("line") ?? []).rate;
  return KINDS.map((kind): Row => {
    const { rate, p50, p95 } = middle(all.get(kind) ?? []);
    return {
      figure: `${whose}${CLIENTS} 个浏览器同时同步：${TITLES[kind]}`,
      value: `${Math.round(rate)} 次/s，p50 ${p50.toFixed(0)} ms，p95 ${p95.toFixed(0)} ms（${(rate / line).toFixed(2)} 倍）`,
      budget: "只列出",
      held: true,
      kind: "goal",
    };
  });
}

/** Rows: syncs a second and their times; with `SYNC_AGAINST=FOLDER` those of another checkout beside them, by turns. */
export async function syncBench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "sync-bench-"));
  const measured: { whose: string; node: NodeOfNetwork; all: Map<Kind, Taken[]> }[] = [];
  try {
    for (const root of AGAINST === undefined ? [HERE] : [AGAINST, HERE]) {
      const name = root === HERE ? "here" : "there";
      await bundledWorker(join(folder, name), relative(HERE, join(root, "worker/index.ts")));
      const settings = { APPROVALS: "1", PASSWORD_COST: "10" };
      const node = await nodeIn(join(folder, name), "node", settings);
      const whose = AGAINST === undefined ? "" : root === HERE ? "现在：" : "对照：";
      measured.push({ whose, node, all: new Map() });
      await node.start();
    }
    for (let seed = 0; seed < CASES; seed += 1) reportOf(seed, { seq: 1, now: Date.now() });
    const browsers = await Promise.all(measured.map(({ node }) => browsersOf(node)));
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const kind of KINDS)
        for (const [i, { node, all }] of measured.entries()) {
          // Before there is a case, nothing of one can change.
          if (round === 0 && kind === "again" && browsers[i]?.some((one) => one.cases.length === 0)) continue;
          const taken = await taking(node.url, browsers[i] ?? [], kind);
          if (round > 0) all.set(kind, [...(all.get(kind) ?? []), taken]);
        }
    return measured.flatMap(({ whose, all }) => rowsOf(whose, all));
  } catch (error) {
    throw new Error(`the worker said: ${measured.map(({ node }) => node.said()).join("")}`, { cause: error });
  } finally {
    for (const { node } of measured) await node.kill();
    closeClients();
    rmSync(folder, { recursive: true, force: true });
  }
}
