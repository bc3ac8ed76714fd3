// Writes the catalogue for people to browse, lists it, checks it or tells what duties it covers: npm run catalogue [-- --help].
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Pack } from "../../shared/rules/pack.ts";
import type { Rule } from "../../shared/rules/rule.ts";
import { STATUS_WORDS, WEIGHT_WORDS } from "../../shared/rules/rule-words.ts";
import { STAGES, stageOrder } from "../../shared/rules/stages.ts";
import { type Catalogue, ROOT, readCatalogue, readDuties } from "./catalogue-files.ts";
import { coverageJson, coverageText } from "./coverage.ts";
import { layeredBook, nationalBook } from "./html/book.ts";
import { writeCatalogue } from "./html/write-catalogue.ts";
import { readLayerFile } from "./layers.ts";
import { openPack } from "./open-pack.ts";
import { policeReport } from "./police.ts";
import { Stop, stopLine } from "./stop.ts";

const USAGE = `npm run catalogue                      写出可浏览的目录（.cache/catalogue，或 --out 目录）
npm run catalogue -- --layers 省.yaml 市.yaml  加上各层以后的目录
npm run -s catalogue -- --list         列出规则
npm run -s catalogue -- --json         规则的 JSON
npm run -s catalogue -- --check        目录自查
npm run -s catalogue -- --coverage [--json]  义务清单`;

function run(): string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      layers: { type: "boolean" },
      json: { type: "boolean" },
      coverage: { type: "boolean" },
      check: { type: "boolean" },
      list: { type: "boolean" },
      help: { type: "boolean" },
      out: { type: "string" },
    },
  });
  if (values.help === true) return USAGE;
  const catalogue = readCatalogue();
  if (!catalogue.ok) throw new Stop(catalogue.refusal.message);
  if (values.coverage === true) {
    return values.json === true ? coverageJson(catalogue.value) : coverageText(catalogue.value);
  }
  if (values.check === true) return checked(catalogue.value);
  const rules = [...catalogue.value.rules].sort((a, b) => stageOrder(a.stage) - stageOrder(b.stage));
  if (values.json === true) {
    const listed = rules.map(({ examples, ...rule }) => ({ ...rule, examples: examples.length }));
    return JSON.stringify(listed, null, 2);
  }
  if (values.list === true) return listText(rules);
  return written(rules, values.layers === true ? positionals : [], values.out);
}

function checked(catalogue: Catalogue): string {
  // The day at +08:00: reviews fall due by the calendar of those who do them.
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { text, clean } = policeReport(catalogue, today);
  if (!clean) process.exitCode = 1;
  return text;
}

function written(rules: readonly Rule[], layers: readonly string[], out: string | undefined): string {
  const areas = readDuties();
  if (!areas.ok) throw new Stop(areas.refusal.message);
  const folder = resolve(out ?? join(ROOT, ".cache/catalogue"));
  const book =
    layers.length === 0
      ? nationalBook(rules, areas.value)
      : layeredBook(rules, areas.value, basePack(), layers.map(readLayerFile));
  const pages = writeCatalogue(folder, book);
  return `${book.entries.length} 条规则写成 ${pages} 页，打开 ${join(folder, "index.html")}`;
}

const basePack = (): Pack => openPack(undefined, undefined, () => "").pack;

function listText(rules: readonly Rule[]): string {
  const lines = STAGES.flatMap(({ id, label }) => {
    const own = rules.filter((rule) => rule.stage === id);
    return [
      `${label}（${own.length} 条）`,
      ...own.map((rule) => {
        const basis = rule.basis.map(
          ({ statute, edition, article }) => `《${statute}》${edition} 第${article}条`,
        );
        return `  ${rule.id}  ${rule.title}  ${WEIGHT_WORDS[rule.weight]} · ${STATUS_WORDS[rule.status]}  ${basis.join("，")}`;
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
