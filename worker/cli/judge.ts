// Judges one case from a file and prints the findings as JSON: npm run -s judge -- FACTS.json --at INSTANT [--pack FILE].
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { factsJsonSchema } from "../../shared/facts/json-schema.ts";
import { readFactsText } from "../../shared/facts/read-json.ts";
import { judge } from "../../shared/rules/judge.ts";
import { judgementToJson } from "../../shared/rules/judgement-json.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import { parseInstant } from "../../shared/time/civil.ts";
import { openPack } from "./open-pack.ts";
import { Stop, stopLine } from "./stop.ts";

const USAGE =
  "用法：npm run -s judge -- FACTS.json --at 2026-03-01T09:00+08:00 [--pack 规则包.json [--key 公钥]]";

function read(file: string, what: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (cause) {
    throw new Stop(
      `${what} ${file} 读不到：${(cause as NodeJS.ErrnoException).code ?? "未知原因"}；请检查路径`,
      cause,
    );
  }
}

function run(): string {
  const { values, positionals } = given();
  if (values.schema === true) return JSON.stringify(factsJsonSchema(), null, 2);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Stop(`要给出一个事实文件。${USAGE}`);
  if (values.at === undefined) throw new Stop(`缺少 --at（按哪个时刻判定）。${USAGE}`);
  const at = parseInstant(values.at);
  if (typeof at !== "number") {
    throw new Stop(`--at ${values.at} 不能识别：应为带时区的时间，如 2026-03-01T09:00+08:00`);
  }
  const facts = readFactsText(read(file, "事实文件"));
  if (!facts.ok) {
    const where = facts.refusal.at === undefined ? "" : `（${facts.refusal.at}）`;
    throw new Stop(`事实文件 ${file}${where}：${facts.refusal.message}`);
  }
  const { pack, hash } = openPack(values.pack, values.key, (name) => read(name, "规则包"));
  return JSON.stringify(judgementToJson(judge(prepare(pack, hash), facts.value, at), pack), null, 2);
}

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        at: { type: "string" },
        pack: { type: "string" },
        key: { type: "string" },
        schema: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new Stop(`${cause instanceof Error ? cause.message.split(". ")[0] : ""}。${USAGE}`, cause);
  }
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
