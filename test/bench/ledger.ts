// Measures the unit's ledger in the plain runtime on this disk: appends beside rows without a ledger, proofs at a million entries.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCheckpoint, originOf } from "../../shared/ledger/checkpoint.ts";
import { verifyLine } from "../../shared/ledger/receipt.ts";
import type { Receipt } from "../../shared/supervision/entry.ts";
import { bundled, type Served, serve } from "../ledger/serve.ts";
import type { Row } from "./row.ts";

const ENTRIES = 1_000_000;
const ROUNDS = 3;
/** One measurement lasts (ms). */
const SPAN = 1_200;
const CONNECTIONS = 32;
const WRITERS = 8;
/** Disk of the slow kind: each wait for it takes this much longer (µs). */
const SLOW = 5_000;

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function send(url: string, method: "GET" | "POST", body?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method }, (reply) => {
      let text = "";
      // Else a character that two pieces share would be read as two broken ones.
      reply.setEncoding("utf8");
      reply.on("data", (part: string) => {
        text += part;
      });
      reply.on("end", () =>
        reply.statusCode === 200 ? resolve(text) : reject(new Error(`${reply.statusCode} ${text}`)),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

let names = 0;

/** Rows a second, when so many connections ask without pause. */
async function rate(at: Served, path: string, each: number, connections: number): Promise<number> {
  const from = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - from < SPAN) {
        if (path === "empty") await send(`${at.url}/empty`, "GET");
        else await send(`${at.url}/${path}/n${(names += 1)}/${each}`, "POST");
        done += each;
      }
    }),
  );
  return done / ((performance.now() - from) / 1_000);
}

const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

type Kind = readonly [path: string, each: number, connections: number];

/** Median of the rounds of each kind, taken by turns, the first round left out as the warming up. */
async function byTurns(at: Served, kinds: readonly Kind[], rounds: number): Promise<readonly number[]> {
  const all = kinds.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [i, [path, each, connections]] of kinds.entries()) {
      const measured = await rate(at, path, each, connections);
      if (round > 0) all[i]?.push(measured);
    }
  return all.map(median);
}

const perSecond = (n: number): string => `${Math.round(n).toLocaleString("en")}/s`;
const ratio = (figure: string, a: number, b: number, budget: number, kind: Row["kind"]): Row => ({
  figure,
  value: `${(a / b).toFixed(2)} 倍（${perSecond(a)} 比 ${perSecond(b)}）`,
  budget: `≥ ${budget} 倍`,
  held: a / b >= budget,
  kind,
});

async function appending(at: Served): Promise<readonly Row[]> {
  const [empty = 0, one = 0, plain = 1, many = 0, lines = 1, bare = 1] = await byTurns(
    at,
    [
      ["empty", 1, CONNECTIONS],
      ["ledger", 1, CONNECTIONS],
      ["lines", 1, CONNECTIONS],
      ["ledger", 100, WRITERS],
      ["lines", 100, WRITERS],
      ["bare", 100, WRITERS],
    ],
    ROUNDS,
  );
  const figure = `台账逐条追加，${CONNECTIONS} 个连接，比一行一事务（空路由 ${perSecond(empty)}）`;
  return [
    ratio(figure, one, plain, 1.4, "budget"),
    ratio(figure, one, plain, 2, "goal"),
    ratio("台账每批 100 条，比列和索引相同而没有台账的行", many, lines, 0.4, "budget"),
    ratio("台账每批 100 条，比列和索引相同而没有台账的行", many, lines, 0.55, "goal"),
    ratio("台账每批 100 条，比没有索引也没有台账的行", many, bare, 0.4, "goal"),
  ];
}

/** The same on a slow disk, where there is a tracer that can make one. */
async function onSlowDisk(folder: string): Promise<readonly Row[]> {
  const figure = `台账逐条追加，磁盘每次落盘慢 ${SLOW / 1_000} ms，比一行一事务`;
  if (spawnSync("strace", ["-V"]).status !== 0)
    return [{ figure, value: "没有测：本机没有 strace", budget: "≥ 10 倍", held: false, kind: "goal" }];
  const calls = "fsync,fdatasync";
  const at = await serve(folder, undefined, [
    ...["strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf"],
    ...["-e", `trace=${calls}`, "-e", `inject=${calls}:delay_exit=${SLOW}`],
  ]);
  try {
    const [one = 0, plain = 1] = await byTurns(
      at,
      [
        ["ledger", 1, CONNECTIONS],
        ["lines", 1, CONNECTIONS],
      ],
      1,
    );
    return [ratio(figure, one, plain, 10, "goal")];
  } finally {
    await at.kill();
  }
}

interface State {
  readonly size: number;
  readonly checkpoint: string;
  readonly key: string;
  readonly harm: string | null;
}

async function proving(folder: string, first: Served): Promise<readonly Row[]> {
  const stateOf = async (at: Served) => JSON.parse(await send(`${at.url}/state`, "GET")) as State;
  for (let { size } = await stateOf(first); size < ENTRIES; size += 5_000)
    await send(`${first.url}/ledger/f${(names += 1)}/5000`, "POST");
  await first.kill();
  const from = performance.now();
  const at = await serve(folder);
  try {
    const state = await stateOf(at);
    const opening = performance.now() - from;
    if (state.harm !== null) throw new Error(state.harm);
    const places = Array.from({ length: 500 }, (_, i) => (i * 7_919_317) % state.size);
    const begun = performance.now();
    await send(`${at.url}/proving`, "POST", JSON.stringify(places));
    const proof = (performance.now() - begun) / places.length;
    const receipts = JSON.parse(
      await send(`${at.url}/receipts`, "POST", JSON.stringify(places)),
    ) as Receipt[];
    const point = openCheckpoint(state.checkpoint, originOf("u1"), state.key);
    if (!point.ok) throw new Error(point.refusal.message);
    const start = performance.now();
    const wrong = receipts.filter((receipt) => !verifyLine(receipt, point.value));
    const verifying = (performance.now() - start) / receipts.length;
    if (wrong.length > 0 || receipts.length !== places.length)
      throw new Error(
        `${wrong.length} proofs do not hold in ${state.size}: ${wrong.map(({ index }) => index)}`,
      );
    const bytes = Number(await send(`${at.url}/bytes`, "GET"));
    const size = `${(state.size / 1_000_000).toFixed(1)} 百万条`;
    const row = (figure: string, ms: number, limit: number): Row => ({
      figure: `${figure}（${size}）`,
      value: `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`,
      budget: `≤ ${limit} ms`,
      held: ms <= limit,
      kind: "goal",
    });
    return [
      row("任取一条的包含证明", proof, 3),
      row("验证一个包含证明", verifying, 1),
      row("进程启动到答复，台账核对完毕", opening, 150),
      {
        figure: `每条占用（${size}）`,
        value: `${Math.round(bytes / state.size)} B`,
        budget: "≤ 800 B",
        held: bytes / state.size <= 800,
        kind: "goal",
      },
    ];
  } finally {
    await at.kill();
  }
}

/** Rows: appends one by one and in batches, on this disk and on a slow one; proofs, checks and opening at a million entries. */
export async function ledgerBench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
  let at: Served | undefined;
  try {
    await bundled(folder);
    at = await serve(folder);
    const rows = [...(await appending(at))];
    rows.push(...(await proving(folder, at)));
    rmSync(join(folder, "data"), { recursive: true });
    rows.push(...(await onSlowDisk(folder)));
    return rows;
  } finally {
    await at?.kill();
    agent.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
