// Writes the browsable catalogue into a folder: static pages that open without a server.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../../shared/rules/rule.ts";
import { STAGES, stageLabel } from "../../../shared/rules/stages.ts";
import type { Book } from "./book.ts";
import { dutiesPage } from "./duties-page.ts";
import { lawsPage } from "./laws-page.ts";
import { frontPage, stagePage } from "./pages.ts";
import { articleText, stageFile } from "./rule-section.ts";
import { SEARCH_SCRIPT } from "./search-script.ts";
import { STYLE } from "./style.ts";

/** Answers how many pages were written. */
export function writeCatalogue(folder: string, book: Book): number {
  const pages: Readonly<Record<string, string>> = {
    "index.html": frontPage(book),
    "laws.html": lawsPage(book),
    "duties.html": dutiesPage(book),
    ...Object.fromEntries(STAGES.map(({ id }) => [stageFile(id), stagePage(book, id)])),
  };
  // Only what an earlier run wrote: whatever else lies in the folder stays.
  rmSync(join(folder, "stage"), { recursive: true, force: true });
  mkdirSync(join(folder, "stage"), { recursive: true });
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "style.css"), STYLE);
  writeFileSync(join(folder, "search.js"), `const CATALOGUE=${indexOf(book.entries)};${SEARCH_SCRIPT}`);
  return Object.keys(pages).length;
}

/** Rows of `[id, title, stage, what else it is found by, file]`. */
const indexOf = (rules: readonly Rule[]): string =>
  JSON.stringify(
    rules.map(({ id, title, stage, basis, fix, titleDue = "" }) => [
      id,
      title,
      stageLabel(stage),
      [
        ...new Set(basis.map(({ statute, article }) => `《${statute}》${articleText(article)}`)),
        titleDue,
        fix,
      ].join(" "),
      stageFile(stage),
    ]),
  ).replace(/</g, "\\u003c");
