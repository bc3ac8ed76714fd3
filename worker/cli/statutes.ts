// Checks every citation of the catalogue against a folder of statute files: npm run -s statutes -- FOLDER [--json].
import { parseArgs } from "node:util";
import {
  type CitationCheck,
  checkCitations,
  holds,
  PROBLEMS,
  type ProblemKind,
} from "../../shared/law/library/check-citations.ts";
import { citationsToJson } from "../../shared/law/library/citations-json.ts";
import { articleName, citedNumber } from "../../shared/law/library/statute-text.ts";
import { STATUTES } from "../../shared/law/statutes.ts";
import { readCatalogue } from "./catalogue-files.ts";
import { readFolder, type StatuteFolder } from "./statute-files.ts";
import { Stop, stopLine } from "./stop.ts";

const USAGE = "用法：npm run -s statutes -- 文件夹 [--json]";

function given() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: "boolean" } } });
  } catch (cause) {
    throw new Stop(`${cause instanceof Error ? cause.message.split(". ")[0] : ""}。${USAGE}`, cause);
  }
}

/** Problems under the headings of their kinds, one line each. */
function listOf(check: CitationCheck, { texts, refused }: StatuteFolder): string {
  const lines = texts.map(
    ({ statute, edition, partial, articles }) =>
      `《${statute}》${edition}　${articles.length} 条${partial === true ? "（片段）" : ""}`,
  );
  if (refused.length > 0) {
    lines.push("", `没有载入的文件（${refused.length}）`);
    for (const { file, code, message } of refused) lines.push(`  ${file}　${code}　${message}`);
  }
  for (const [kind, label] of Object.entries(PROBLEMS) as [ProblemKind, string][]) {
    const own = check.problems.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    lines.push("", `${label}（${own.length}）`);
    for (const { rule, statute, edition, article, say } of own) {
      const cited = article === "" ? "" : ` ${articleName(citedNumber(article))}`;
      lines.push(`  ${rule === "" ? "" : `${rule}　`}《${statute}》${edition}${cited}　${say}`);
    }
  }
  const verdict = holds(check) ? "引用都能对上" : "有引用对不上";
  return [...lines, "", `引用 ${check.citations} 处，读到条文 ${check.found} 处，${verdict}`].join("\n");
}

function run(): { readonly text: string; readonly good: boolean } {
  const { values, positionals } = given();
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Stop(`要给出一个文件夹。${USAGE}`);
  const read = readFolder(folder, STATUTES);
  const catalogue = readCatalogue();
  if (!catalogue.ok) throw new Stop(catalogue.refusal.message);
  const check = checkCitations(catalogue.value.rules, read.texts, STATUTES);
  const json = () => JSON.stringify(citationsToJson(check, read.texts, read.refused), null, 2);
  return { text: values.json === true ? json() : listOf(check, read), good: holds(check) };
}

try {
  const { text, good } = run();
  process.stdout.write(`${text}\n`);
  process.exitCode = good ? 0 : 1;
} catch (error) {
  process.stderr.write(stopLine(error));
  process.exitCode = 2;
}
