// Builds the base pack from the catalogue: npm run pack [-- --layers 省.yaml 市.yaml [--json] [--out FILE]].
import { parseArgs } from "node:util";
import { buildBasePack, writeBasePack } from "./base-pack.ts";
import { layersReport } from "./layers.ts";
import { openPack } from "./open-pack.ts";
import { Stop, stopLine } from "./stop.ts";

function run(): string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: "string" },
      check: { type: "boolean" },
      layers: { type: "boolean" },
      json: { type: "boolean" },
      out: { type: "string" },
    },
  });
  if (values.layers === true) {
    return layersReport(() => openPack(undefined, undefined, () => "").pack, positionals, values);
  }
  const built = buildBasePack(values.from);
  if (!built.ok) throw new Stop(`规则包没有生成：${built.refusal.message}`);
  if (values.check !== true) writeBasePack(built.value);
  const { pack, rules } = built.value;
  const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  return `规则包 ${pack.label}：${rules.length} 条规则，${examples} 个例子全部通过，${pack.checklists.length} 张清单，${pack.profiles.length} 份页面档案`;
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
