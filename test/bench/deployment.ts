// Measures the service as a whole in the plain runtime: back after a restart, a new pack at every browser, alarms among many deadlines.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { contract } from "../../shared/api/contract.ts";
import { judge } from "../../shared/rules/judge.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import { packIn } from "../../shared/rules/wire/pack-body.ts";
import { begin, closeClients, good, hireAt, type Signed, signInAt } from "../rollup/client.ts";
import { bundledWorker, type NodeOfNetwork, nodeIn } from "../rollup/serve-node.ts";
import { benchCase } from "./bench-case.ts";
import { NOW } from "./hand-rules.ts";
import { place } from "./measured.ts";
import { dayText } from "./province/plan.ts";
import { inTurn } from "./province/staff.ts";
import { budgetRow, type Row } from "./row.ts";

const OBJECTS = 500;
const BROWSERS = 200;
const DEADLINES = 100_000;
/** Deadlines that fall due while it is measured, over so long (ms), after so long (ms). */
const NEAR = 600;
const SPAN = 30_000;
const AHEAD = 5_000;
/** Deadlines put in by one request. */
const PIECE = 10_000;
const RESTARTS = 5;
const WIDE = 16;
const PACK = join(import.meta.dirname, "../../.cache/pack/body.json");

const ms = (value: number): string => `${Math.round(value).toLocaleString("en")} 毫秒`;

/** From the start of the process to the answer of one of its units' objects. */
async function restarts(node: NodeOfNetwork, admin: Signed): Promise<Row> {
  await inTurn(
    Array.from({ length: OBJECTS }, (_, i) => `s${i}`),
    WIDE,
    async (id, i) =>
      void (await good(
        node.url,
        "createUnit",
        { id, name: `第${i}所`, parent: "root", level: "station" },
        { token: admin.token },
      )),
  );
  const times: number[] = [];
  for (let at = 0; at < RESTARTS; at += 1) {
    await node.kill();
    const from = performance.now();
    await node.start();
    const query = { unit: `s${at}`, from: dayText(Date.now(), 1), to: dayText(Date.now()) };
    await good(node.url, "rollup", undefined, { token: admin.token, query });
    times.push(performance.now() - from);
  }
  const middle = place(times, 0.5);
  return budgetRow(`重启到可用（${OBJECTS} 个单位对象）`, ms(middle), "≤ 150 毫秒", middle <= 150);
}

/** The pack as it comes over the line, compressed; each browser takes it apart on a machine of its own. */
const fetched = (url: string, token: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, "accept-encoding": "gzip" };
    get(`${url}${contract.pack.path}`, { headers }, (reply) => {
      let bytes = 0;
      reply.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      const good = reply.statusCode === 200 && reply.headers["content-encoding"] === "gzip";
      reply.on("end", () =>
        good && bytes > 0 ? resolve() : reject(new Error(`no pack: ${reply.statusCode}`)),
      );
    }).on("error", reject);
  });

interface Waiting {
  readonly arrived: Promise<number>;
  close(): void;
}

/** A browser's socket; `arrived` is when it has fetched the pack that was announced to it. */
async function browser(url: string, token: string): Promise<Waiting> {
  const { ticket } = await good(url, "socketTicket", {}, { token });
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/v1/socket`, [
    "first-button",
    `ticket.${ticket}`,
  ]);
  const arrived = new Promise<number>((resolve, reject) => {
    socket.addEventListener("close", ({ code, reason }) =>
      reject(new Error(`a socket was closed: ${code} ${reason}`)),
    );
    socket.addEventListener("message", ({ data }) => {
      if ((JSON.parse(String(data)) as { type: string }).type !== "pack") return;
      fetched(url, token).then(() => resolve(performance.now()), reject);
    });
  });
  // What goes wrong is told by who waits for it.
  arrived.catch(() => undefined);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("a socket did not open")));
  });
  return { arrived, close: () => socket.close() };
}

/** What one browser then does for one case: unpacks, reads and prepares the pack, and judges. */
function judging(): number {
  const sent = gzipSync(JSON.parse(readFileSync(PACK, "utf8")) as string);
  const from = performance.now();
  judge(prepare(packIn(gunzipSync(sent).toString()), "bench"), benchCase(1), NOW);
  return performance.now() - from;
}

async function publishing(node: NodeOfNetwork, admin: Signed): Promise<Row> {
  const { url } = node;
  const officer = await hireAt(url, admin, "jing", "root", ["officer"]);
  const { rules } = await good(url, "packSources", undefined, { token: admin.token });
  const rule = rules.find((one) => (one as { id: string }).id === "bail-overrun") as { title: string };
  const body = { base: 1, say: "改标题", rules: [{ ...rule, title: `${rule.title}（改）` }], checklists: [] };
  const browsers: Waiting[] = [];
  await inTurn(
    Array.from({ length: BROWSERS }, (_, i) => i),
    WIDE,
    async () => void browsers.push(await browser(url, officer.token)),
  );
  const from = performance.now();
  const { state } = await good(url, "publish", body, { token: admin.token });
  if (state !== "published") throw new Error(`the pack is ${state}`);
  const there = await Promise.all(browsers.map(async ({ arrived }) => (await arrived) - from));
  for (const one of browsers) one.close();
  const judged = judging();
  const late = place(there, 0.95) + judged;
  return budgetRow(
    `发布到重新判定（${BROWSERS} 个浏览器，95%）`,
    `${ms(late)}（其中一台解开规则包、判定一案 ${ms(judged)}）`,
    "< 1 秒",
    late < 1_000,
  );
}

const ask = async <T>(url: string, body?: unknown): Promise<T> => {
  const reply = await fetch(url, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${url}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as T;
};

async function ringing(node: NodeOfNetwork): Promise<Row> {
  const { url } = node;
  const { token, device } = await signInAt(url, "jing");
  const known = (field: string, value: string | number) => ({
    entity: "measures",
    id: "m1",
    field,
    state: "known" as const,
    value,
    at: Date.now(),
    page: "case",
  });
  const facts = [
    known("kind", "刑事拘留"),
    known("startedAt", Date.now() - 3_600_000),
    {
      entity: "measures",
      id: "m1",
      field: "sentToHouseAt",
      state: "absent" as const,
      at: Date.now(),
      page: "case",
    },
  ];
  const body = { kind: "facts" as const, facts, complete: [] };
  const entry = { seq: 1, at: new Date().toISOString(), caseKey: "新警综:B1", body };
  await good(url, "sync", { device, entries: [entry] }, { token });
  let deadlines = 0;
  // The near ones come last: none may ring while the rest is still being put in.
  for (let until = DEADLINES; until > 0; until -= PIECE)
    deadlines = await ask<number>(`${url}/fill/root`, {
      from: until - PIECE,
      until,
      near: NEAR,
      first: Date.now() + AHEAD,
      span: SPAN,
    });
  await new Promise((resolve) => setTimeout(resolve, AHEAD + SPAN + 5_000));
  const late = await ask<number[]>(`${url}/late/root`);
  const worst = place(late, 0.99);
  return budgetRow(
    `到点提醒迟到（一个单位 ${deadlines.toLocaleString("en")} 个期限，其间到期 ${late.length} 个，99%）`,
    `${ms(worst)}，居中 ${ms(place(late, 0.5))}`,
    "< 2 秒",
    worst < 2_000 && late.length >= NEAR * 0.9,
  );
}

/** The rows of the bench that speak of the service as a whole. */
export async function deploymentBench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "first-button-service-"));
  let node: NodeOfNetwork | undefined;
  try {
    await bundledWorker(folder, "worker/tests/deadline-worker.ts");
    node = await nodeIn(folder, "node", { APPROVALS: "1", PASSWORD_COST: "10", ROLLUP_SECONDS: "2" });
    await node.start();
    const admin = await begin(node, "星河市公安局");
    const back = await restarts(node, admin);
    const published = await publishing(node, await signInAt(node.url, "admin"));
    return [back, published, await ringing(node)];
  } finally {
    await node?.kill();
    closeClients();
    rmSync(folder, { recursive: true, force: true });
  }
}
