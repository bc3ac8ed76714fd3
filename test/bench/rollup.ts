// Simulates a day of a province through sync and real objects, and checks every count of every unit above to the last one.
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reply } from "../../shared/api/contract.ts";
import { begin, closeClients, good, type Signed, signInAt } from "../rollup/client.ts";
import { bundledWorker, type NodeOfNetwork, nodeIn } from "../rollup/serve-node.ts";
import {
  dayText,
  type Expected,
  entriesOf,
  expectedOf,
  type Place,
  placesOf,
  RULE,
} from "./province/plan.ts";
import { inTurn, staffed } from "./province/staff.ts";
import type { Row } from "./row.ts";

/** What the worker of this measurement tells of one object. */
interface Cost {
  readonly written: number;
  readonly bytes: number;
  readonly entries: number;
  readonly counts: number;
  readonly revision: number;
}

/** Stations of the simulation; a whole province with `ROLLUP_STATIONS=2000`. */
const STATIONS = Number(process.env["ROLLUP_STATIONS"] ?? 40);
/** Requests under way at the same time. */
const WIDE = 16;
/** Entries of one batch, and the longest wait for the numbers to climb (ms). */
const BATCH = 15;
const PATIENCE = 120_000;

const NOTHING: Expected = { today: 0, yesterday: 0, red: 0, answered: 0 };
const plus = (a: Expected, b: Expected): Expected => ({
  today: a.today + b.today,
  yesterday: a.yesterday + b.yesterday,
  red: a.red + b.red,
  answered: a.answered + b.answered,
});

/** What every unit's board must say, from the stations up. */
function expectedAll(places: readonly Place[]): ReadonlyMap<string, Expected> {
  const all = new Map<string, Expected>();
  const above = new Map(places.map(({ id, parent }) => [id, parent]));
  for (const { id, level } of places) {
    if (level !== "station") continue;
    const mine = expectedOf(Number(id.slice(1)));
    for (let at: string | undefined = id; at !== undefined; at = above.get(at))
      all.set(at, plus(all.get(at) ?? NOTHING, mine));
  }
  return all;
}

/** A board as the four numbers that are compared. */
function saidBy(board: Reply<"rollup">, now: number): Expected {
  const calls = (back: number): number =>
    board.days.find(({ day }) => day === dayText(now, back))?.counts.incidents ?? 0;
  const rule = board.rules.find((one) => one.rule === RULE)?.counts ?? {};
  return { today: calls(0), yesterday: calls(1), red: rule.red ?? 0, answered: rule.answered ?? 0 };
}
const same = (a: Expected | undefined, b: Expected): boolean => JSON.stringify(a) === JSON.stringify(b);

const costOf = (url: string, unit: string): Promise<Cost> =>
  new Promise((resolve, reject) => {
    const sent = request(`${url}/cost/${unit}`, (reply) => {
      let text = "";
      reply.on("data", (part) => {
        text += String(part);
      });
      reply.on("end", () => resolve(JSON.parse(text) as Cost));
    });
    sent.on("error", reject);
    sent.end();
  });

async function costRow(url: string, title: string, units: readonly string[]): Promise<Row> {
  const costs: Cost[] = [];
  await inTurn(units, WIDE, async (unit) => void costs.push(await costOf(url, unit)));
  const mean = (of: (cost: Cost) => number): number =>
    costs.reduce((sum, cost) => sum + of(cost), 0) / Math.max(1, costs.length);
  const parts = [
    `写 ${Math.round(mean(({ written }) => written)).toLocaleString("en")} 行`,
    `占 ${Math.round(mean(({ bytes }) => bytes) / 1_024)} KiB`,
    `台账 ${Math.round(mean(({ entries }) => entries))} 条`,
    `汇总 ${Math.round(mean(({ counts }) => counts))} 行、${Math.round(mean(({ revision }) => revision))} 版`,
  ];
  return {
    figure: `${title}每个对象（${units.length} 个平均）`,
    value: parts.join("，"),
    budget: "只列出",
    held: true,
    kind: "goal",
  };
}

async function day(node: NodeOfNetwork): Promise<readonly Row[]> {
  const { url } = node;
  const places = placesOf(STATIONS);
  const named = (level: Place["level"]): readonly string[] =>
    places.filter((one) => one.level === level).map(({ id }) => id);
  const [stations, counties, cities] = [named("station"), named("county"), named("city")];
  let admin: Signed = await begin(node, "星河省公安厅");
  for (const level of ["city", "county", "station"] as const)
    await inTurn(
      places.filter((one) => one.level === level),
      WIDE,
      async (place) => void (await good(url, "createUnit", place, { token: admin.token })),
    );
  const people = await staffed(url, admin, stations);
  const now = Date.now();
  const from = performance.now();
  let sent = 0;
  await inTurn(stations, WIDE, async (unit) => {
    const { token, device } = people.get(unit) as Signed;
    const entries = entriesOf(Number(unit.slice(1)), now);
    for (let i = 0; i < entries.length; i += BATCH) {
      const batch = { device, entries: entries.slice(i, i + BATCH) };
      await good(url, "sync", batch, { token });
      // Every third answer is lost on the way, so the browser sends the same batch again.
      if (i % (3 * BATCH) === 0) await good(url, "sync", batch, { token });
      sent += batch.entries.length;
    }
  });
  const syncing = (performance.now() - from) / 1_000;
  admin = await signInAt(url, "admin");
  const expected = expectedAll(places);
  const span = { from: dayText(now, 1), to: dayText(now) };
  const boardOf = (unit: string) =>
    good(url, "rollup", undefined, { token: admin.token, query: { ...span, unit } });
  const climbing = performance.now();
  let province = saidBy(await boardOf("root"), now);
  while (!same(expected.get("root"), province) && performance.now() - climbing < PATIENCE) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    province = saidBy(await boardOf("root"), now);
  }
  const climbed = (performance.now() - climbing) / 1_000;
  const reading = performance.now();
  await boardOf("root");
  const read = performance.now() - reading;
  const wrong: string[] = [];
  await inTurn(["root", ...cities, ...counties, ...stations], WIDE, async (unit) => {
    if (!same(expected.get(unit), saidBy(await boardOf(unit), now))) wrong.push(unit);
  });
  const calls = province.today + province.yesterday;
  return [
    {
      figure: `汇总:${stations.length} 所 ${counties.length} 县 ${cities.length} 市，一天警情`,
      value: `省级 ${calls.toLocaleString("en")} 起，不符的单位 ${wrong.length} 个${wrong.length > 0 ? `：${wrong.slice(0, 5).join("、")}` : ""}`,
      budget: `${(stations.length * 30).toLocaleString("en")} 起，0 个`,
      held: calls === stations.length * 30 && wrong.length === 0,
      kind: "budget",
    },
    {
      figure: "经 /v1/sync 收下并判定",
      value: `${sent.toLocaleString("en")} 条，${syncing.toFixed(1)} s（${Math.round(sent / syncing)}/s）`,
      budget: "只列出",
      held: true,
      kind: "goal",
    },
    {
      figure: "最后一条之后，省级数对上（上报间隔 2 s，三级）",
      value: `${climbed.toFixed(1)} s`,
      budget: `≤ ${PATIENCE / 1_000} s`,
      held: climbed < PATIENCE / 1_000,
      kind: "goal",
    },
    {
      figure: "省级看板读一次",
      value: `${read.toFixed(0)} ms`,
      budget: "≤ 500 ms",
      held: read <= 500,
      kind: "goal",
    },
    await costRow(url, "派出所", stations),
    await costRow(url, "县局", counties),
    await costRow(url, "市局", cities),
    await costRow(url, "省厅", ["root"]),
  ];
}

/** Rows: exactness, speed of taking in, time to climb, one read, and what each object has written and keeps. */
export async function rollupBench(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "province-"));
  let node: NodeOfNetwork | undefined;
  try {
    await bundledWorker(folder, "worker/tests/counting-worker.ts");
    node = await nodeIn(folder, "province", { APPROVALS: "1", PASSWORD_COST: "10", ROLLUP_SECONDS: "2" });
    await node.start();
    return await day(node);
  } finally {
    await node?.kill();
    closeClients();
    rmSync(folder, { recursive: true, force: true });
  }
}
