// Builds the base pack from the catalogue: npm run pack.
import { parseArgs } from "node:util";
import { buildBasePack, writeBasePack } from "./base-pack.ts";

const { values } = parseArgs({ options: { from: { type: "string" }, check: { type: "boolean" } } });
const built = buildBasePack(values.from);
if (!built.ok) {
  process.stderr.write(`规则包没有生成：${built.refusal.message}\n`);
  process.exit(2);
}
if (values.check !== true) writeBasePack(built.value);
const { pack, rules } = built.value;
const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0);
process.stdout.write(
  `规则包 ${pack.label}：${rules.length} 条规则，${examples} 个例子全部通过，${pack.checklists.length} 张清单，${pack.profiles.length} 份页面档案\n`,
);
