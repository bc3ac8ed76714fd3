// The examples of a rule with what the judge says of each, and how it counted.

import { pathLabel } from "../../../shared/dictionary/words.ts";
import type { Statute } from "../../../shared/law/statute.ts";
import { type ExampleResult, runExamples } from "../../../shared/rules/examples.ts";
import { fullInstantText } from "../../../shared/time/format.ts";
import { basePlan } from "../../../shared/time/holidays.ts";
import type { Entry } from "./book.ts";
import { factsSaid } from "./facts-said.ts";
import { html, type Markup } from "./markup.ts";
import { verdictMark } from "./shapes.ts";
import { VERDICT_WORDS } from "./words.ts";

/** Nothing for a duty that only a person ticks and that has no example. */
export function examplesTable(rule: Entry, statutes: readonly Statute[]): Markup | undefined {
  if (rule.examples.length === 0) return undefined;
  const results = runExamples(rule.packed, rule.examples, { statutes, holidays: basePlan });
  const rows = rule.examples.map((example, i) => {
    const result = results[i]!;
    return html`<tr><td>${example.title}<div class="meta">判定时刻 ${momentOf(example.now)}</div></td><td>${factsSaid(rule, example)}</td><td>${resultSaid(result, rule.packed.from.changes.length > 0)}</td></tr>`;
  });
  return html`<section class="examples"><h3>例子 ${rule.examples.length} 个</h3><table><thead><tr><th style="width:20%">情形</th><th>已知事实</th><th style="width:42%">判定</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

const momentOf = (now: string): string => fullInstantText(Date.parse(now));

/** An example was written for the rule before a layer changed it: then the answer may differ, and that is said. */
function resultSaid({ finding, expect, ok, say }: ExampleResult, changed: boolean): Markup {
  if (!ok && !changed) return html`${verdictMark(expect)}<div class="meta is-red">例子没有通过：${say}</div>`;
  if (finding === undefined) return html`${verdictMark(expect)}`;
  const { verdict, colour, missing, exception, working, open } = finding;
  const why = verdict === "moot" ? exception : finding.why;
  const lacks =
    verdict === "unknown" && missing.length > 0 && `缺：${missing.map((path) => pathLabel(path)).join("、")}`;
  const sum =
    working.length > 0 &&
    html`<table class="sum"><tbody>${working.map(({ op, step, note, value }) => html`<tr><td>${op}</td><td>${step}${note !== undefined && `（${note}）`}</td><td>${value}</td></tr>`)}</tbody></table>`;
  const differs = !ok && html`<div class="meta">本地改动以前：${VERDICT_WORDS[expect]}</div>`;
  return html`${verdictMark(verdict, colour)}${differs}${why !== undefined && html`<div>${why}</div>`}${lacks !== false && html`<div class="meta">${lacks}</div>`}${sum}${open !== undefined && html`<div class="meta">${open}</div>`}`;
}
