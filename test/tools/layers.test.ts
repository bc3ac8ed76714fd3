// Runs the layers of a province and a city over the base pack as an administrator would from the command line.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { packHash, shapeOf } from "../../shared/rules/signed-pack.ts";
import { ROOT } from "../../worker/cli/catalogue-files.ts";

const folder = mkdtempSync(join(tmpdir(), "layers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(ROOT, "worker/cli/pack.ts"), "--layers", ...args], { encoding: "utf8" });

const PROVINCE = `level: province
name: 星河省公安厅
author: 韩某某
statutes:
  - { title: 星河省接处警工作规定, short: 省接处警规定, editions: [{ edition: 2025-01-01, from: 2025-02-01, label: "2025" }] }
changes:
  - rule: urgent-arrival-late
    reason: 本省规定紧急警情十分钟到场
    configure:
      limit: 10 minutes
      warn: [3 minutes]
      basis: [{ statute: 星河省接处警工作规定, edition: 2025-01-01, article: "9" }]
      title: 紧急警情超过十分钟到场
  - { rule: bail-overrun, reason: 提前两个月催办, tighten: { warn: [60 days, 30 days, 15 days, 7 days] } }
`;
const CITY = `level: city
name: 星河市公安局
author: 李某某
changes:
  - { rule: urgent-arrival-late, reason: 市区警力足够, by: 市局接处警规范第四条, tighten: { limit: 8 minutes, title: 紧急警情超过八分钟到场 } }
`;

test("the effective pack is kept, with a table of what each layer changed", () => {
  const out = join(folder, "effective.json");
  const { stdout, stderr } = run(file("province.yaml", PROVINCE), file("city.yaml", CITY), "--out", out);
  expect(stderr).toBe("");
  const body = readFileSync(out, "utf8");
  expect(stdout).toContain(`有效规则包 ${packHash(body)}`);
  expect(stdout).toContain("省级 星河省公安厅");
  expect(stdout).toContain("8 分钟  理由：市区警力足够（市局接处警规范第四条）");
  expect(stdout).toContain("30 日、15 日、7 日 → 60 日、30 日、15 日、7 日");
  const pack = shapeOf(body);
  const rule = pack.ok ? pack.value.rules.find(({ id }) => id === "urgent-arrival-late") : undefined;
  expect(rule).toMatchObject({ status: "live", clock: { limit: { amount: 8, unit: "minutes" } } });
  expect(rule?.from?.changes.map(({ layer }) => layer)).toContain("星河市公安局");
});

test("the catalogue of a unit shows what its layers changed, and judges the examples by it", () => {
  const out = join(folder, "catalogue");
  const args = [file("province.yaml", PROVINCE), file("city.yaml", CITY), "--out", out];
  const made = spawnSync(process.execPath, [join(ROOT, "worker/cli/catalogue.ts"), "--layers", ...args], {
    encoding: "utf8",
  });
  expect(made.stderr).toBe("");
  const page = readFileSync(join(out, "stage/intake.html"), "utf8");
  const from = page.indexOf('id="urgent-arrival-late"');
  const own = page.slice(from, page.indexOf("</article>", from));
  expect(own).toContain("紧急警情超过八分钟到场");
  expect(own).toContain("星河市公安局：期限 10 分钟 → 8 分钟");
  expect(own).toContain("《星河省接处警工作规定》</a>第9条");
  expect(own).toContain("本地改动以前：符合");
  expect(readFileSync(join(out, "laws.html"), "utf8")).toContain("《星河省接处警工作规定》");
});

test("what would loosen a red line, and a rule that is not there, end in one line", () => {
  const loose = CITY.replace(
    /changes:[\s\S]*/,
    "changes: [{ rule: bail-overrun, reason: 用不着, off: true }]\n",
  );
  const refused = run(file("loose.yaml", loose));
  expect(refused.status).toBe(2);
  expect(refused.stderr).toMatch(
    /^星河市公安局：bail-overrun（.+）停用（off）：这是红线规则，下级不能放宽；不能停用（loosens-red-line）\n$/,
  );
  expect(run(file("typo.yaml", loose.replace("bail-overrun", "bail-overun"))).stderr).toContain(
    "是不是 bail-overrun",
  );
  expect(run(join(folder, "nowhere.yaml")).stderr).toContain("读不到");
});
