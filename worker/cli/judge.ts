// Judges one case (FACTS.json --at INSTANT) or a file of many (--stream FILE.jsonl) and prints what was found as JSON.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { factsJsonSchema } from "../../shared/facts/json-schema.ts";
import { readFactsText } from "../../shared/facts/read-json.ts";
import { judge } from "../../shared/rules/judge.ts";
import { judgementToJson } from "../../shared/rules/judgement-json.ts";
import { prepare } from "../../shared/rules/prepare.ts";
import { parseInstant } from "../../shared/time/civil.ts";
import { judgeStream, tallyText } from "./judge-stream.ts";
import { openPack } from "./open-pack.ts";
import { Stop, stopLine } from "./stop.ts";

const USAGE =
  "用法：npm run -s judge -- FACTS.json --at 2026-03-01T09:00+08:00 [--pack 规则包.json [--key 公钥]]；多案：--stream 每行一案.jsonl [--at …] [--json]";

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

function momentOf(text: string): number {
  const at = parseInstant(text);
  if (typeof at === "number") return at;
  throw new Stop(`--at ${text} 不能识别：应为带时区的时间，如 2026-03-01T09:00+08:00`);
}

async function run(): Promise<string> {
  const { values, positionals } = given();
  if (values.schema === true) return JSON.stringify(factsJsonSchema(), null, 2);
  if (values.stream !== undefined) {
    if (positionals.length > 0) throw new Stop(`--stream 已经给出文件，不要再给 ${positionals[0]}。${USAGE}`);
    const at = values.at === undefined ? Date.now() : momentOf(values.at);
    const opened = openPack(values.pack, values.key, (name) => read(name, "规则包"));
    const tell = (line: string): void => void process.stderr.write(`${line}\n`);
    const tally = await judgeStream({ file: values.stream, at, opened, tell });
    return values.json === true ? JSON.stringify(tally, null, 2) : tallyText(tally);
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Stop(`要给出一个事实文件。${USAGE}`);
  if (values.at === undefined) throw new Stop(`缺少 --at（按哪个时刻判定）。${USAGE}`);
  const at = momentOf(values.at);
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
        stream: { type: "string" },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new Stop(`${cause instanceof Error ? cause.message.split(". ")[0] : ""}。${USAGE}`, cause);
  }
}

try {
  process.stdout.write(`${await run()}\n`);
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
