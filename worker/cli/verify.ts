// Checks an exported ledger without the service: npm run -s verify -- LEDGER.export [--key HEX] [--earlier FILE]… [--json].
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ExportCheck, ExportReader, LONGEST_LINE } from "../../shared/ledger/export.ts";
import { fingerprint } from "../../shared/ledger/fingerprint.ts";
import { NATIONAL } from "../../shared/ledger/national.ts";
import { STANDARD } from "../../shared/ledger/suite.ts";
import { linesOf } from "./lines.ts";
import { Stop, stopLine } from "./stop.ts";
import { wrongKind } from "./wrong-kind.ts";

const USAGE = "用法：npm run -s verify -- 台账导出文件 [--key 公钥] [--earlier 早先的检查点文件]… [--json]";

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        key: { type: "string" },
        earlier: { type: "string", multiple: true },
        json: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new Stop(`${cause instanceof Error ? cause.message.split(". ")[0] : ""}。${USAGE}`, cause);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Stop(`读不到 ${file}。${USAGE}`, cause);
  }
}

type Verdict =
  | { readonly good: true; readonly check: ExportCheck }
  | { readonly good: false; readonly why: string };

async function verify(file: string, reader: ExportReader): Promise<Verdict> {
  try {
    const kind = wrongKind(file);
    if (kind !== undefined) return { good: false, why: `第 1 行:${kind}` };
    for await (const line of linesOf(file, LONGEST_LINE)) {
      if (!line.good) {
        const why =
          line.text === "too-large"
            ? "过长,不是台账导出文件"
            : "不是 UTF-8:文件被别的软件另存过或者损坏,请用原文件";
        return { good: false, why: `第 ${line.number} 行${why}` };
      }
      const taken = reader.take(line.text);
      if (!taken.ok) return { good: false, why: taken.refusal.message };
    }
  } catch (cause) {
    throw new Stop(`读不到 ${file}。${USAGE}`, cause);
  }
  const done = reader.finish();
  return done.ok ? { good: true, check: done.value } : { good: false, why: done.refusal.message };
}

const kindsOf = ({ kinds }: ExportCheck): string =>
  Object.entries(kinds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, n]) => `${kind} ${n}`)
    .join("，");

function said(verdict: Verdict, pinned: boolean): string {
  if (!verdict.good) return `凭证不符\n${verdict.why}`;
  const { check } = verdict;
  return [
    `凭证相符：单位 ${check.unit} 的台账，${check.size} 条记录，没有增删改`,
    `根值 ${check.root}`,
    `算法 ${check.suite}，公钥指纹 ${fingerprint(check.key)}${pinned ? "（与给出的公钥一致）" : "（请与单位公布的指纹核对，或者用 --key 给出公钥）"}`,
    `文字 ${check.said} 处与承诺相符，${check.unsaid} 处不在文件里`,
    ...(check.size === 0 ? [] : [`记录种类 ${kindsOf(check)}`]),
  ].join("\n");
}

try {
  const { values, positionals } = given();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Stop(`要给出一个文件。${USAGE}`);
  const suites = [STANDARD, NATIONAL];
  const reader = new ExportReader({ key: values.key, earlier: (values.earlier ?? []).map(textOf), suites });
  const verdict = await verify(file, reader);
  process.stdout.write(
    `${values.json === true ? JSON.stringify(verdict, null, 2) : said(verdict, values.key !== undefined)}\n`,
  );
  process.exitCode = verdict.good ? 0 : 1;
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
