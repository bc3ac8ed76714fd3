// Measures what the budgets speak of and prints figure, value, budget, held or not; ends non-zero when a budget is missed.
import { againBench } from "./again.ts";
import { deploymentBench } from "./deployment.ts";
import { enginesBench } from "./engines.ts";
import { judgingBench } from "./judging.ts";
import { ledgerBench } from "./ledger.ts";
import { livingBench } from "./living.ts";
import { readingBench } from "./reading.ts";
import { rollupBench } from "./rollup.ts";
import type { Row } from "./row.ts";

import { sizesBench } from "./sizes.ts";
import { syncBench } from "./sync.ts";
import { unitScopeBench } from "./unit-scope.ts";

/** Parts by the name by which one of them is asked for alone: `npm run bench -- engines`. */
const PARTS: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  judging: judgingBench,
  engines: enginesBench,
  again: againBench,
  sizes: sizesBench,
  unit: unitScopeBench,
  ledger: ledgerBench,
  sync: syncBench,
  deployment: deploymentBench,
  rollup: rollupBench,
  reading: readingBench,
  living: livingBench,
};

const width = (text: string): number =>
  [...text].reduce((n, c) => n + ((c.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
const pad = (text: string, to: number): string => text + " ".repeat(Math.max(0, to - width(text)));

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  process.stderr.write(`没有“${unknown}”这一部分；可用：${Object.keys(PARTS).join("、")}\n`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [name, measure] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) rows.push(...(await measure()));
const head = ["项目", "测得", "预算", "结果"];
const lines = rows.map((r) => [
  r.figure,
  r.value,
  r.budget,
  r.kind === "goal" ? (r.held ? "达到目标" : "未达目标") : r.held ? "守住" : "超出",
]);
const widths = head.map((_, i) => Math.max(...[head, ...lines].map((line) => width(line[i] ?? ""))));
for (const line of [head, ...lines])
  process.stdout.write(`${line.map((cell, i) => pad(cell, widths[i] ?? 0)).join("  ")}\n`);
const missed = rows.filter((r) => r.kind === "budget" && !r.held).length;
process.stdout.write(`\n${rows.length} 项，${missed} 项超出预算\n`);
process.exit(missed === 0 ? 0 : 1);
