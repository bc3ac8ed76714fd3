// Lists the rules of the catalogue, or what duties they cover: npm run -s catalogue [-- --coverage] [--json].
import { parseArgs } from "node:util";
import { STAGES, stageOrder } from "../../shared/rules/stages.ts";
import { readCatalogue } from "./catalogue-files.ts";
import { coverageJson, coverageText } from "./coverage.ts";
import { Stop, stopLine } from "./stop.ts";

const WEIGHTS = { "red-line": "红线", serious: "严重", reminder: "提醒" } as const;
const STATUS = { draft: "草稿", shadow: "静默", trial: "试行", live: "生效", retired: "停用" } as const;

function run(): string {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, coverage: { type: "boolean" } } });
  const catalogue = readCatalogue();
  if (!catalogue.ok) throw new Stop(catalogue.refusal.message);
  if (values.coverage === true) {
    return values.json === true ? coverageJson(catalogue.value) : coverageText(catalogue.value);
  }
  const rules = [...catalogue.value.rules].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
  if (values.json === true) {
    const listed = rules.map(({ examples, ...rule }) => ({ ...rule, examples: examples.length }));
    return JSON.stringify(listed, null, 2);
  }
  const lines = STAGES.flatMap(({ id, label }) => {
    const own = rules.filter((rule) => rule.stage === id);
    return [
      `${label}（${own.length} 条）`,
      ...own.map((rule) => {
        const basis = rule.basis.map(
          ({ statute, edition, article }) => `《${statute}》${edition} 第${article}条`,
        );
        return `  ${rule.id}  ${rule.title}  ${WEIGHTS[rule.weight]} · ${STATUS[rule.status]}  ${basis.join("，")}`;
      }),
    ];
  });
  return [...lines, `共 ${rules.length} 条规则`].join("\n");
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
