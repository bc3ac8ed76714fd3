// The examples of a rule with what the judge says of each, and how it counted.

import { pathLabel } from "../../../shared/dictionary/words.ts";
import { STATUTES } from "../../../shared/law/statutes.ts";
import { type ExampleResult, runExamples } from "../../../shared/rules/examples.ts";
import type { PackedRule } from "../../../shared/rules/pack.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { fullInstantText } from "../../../shared/time/format.ts";
import { basePlan } from "../../../shared/time/holidays.ts";
import { factsSaid } from "./facts-said.ts";
import { html, type Markup } from "./markup.ts";
import { verdictMark } from "./shapes.ts";

/** Nothing for a duty that only a person ticks and that has no example. */
export function examplesTable(rule: Rule, packed: PackedRule): Markup | undefined {
  if (rule.examples.length === 0) return undefined;
  const results = runExamples(packed, rule.examples, { statutes: STATUTES, holidays: basePlan });
  const rows = rule.examples.map((example, i) => {
    const result = results[i]!;
    return html`<tr><td>${example.title}<div class="meta">判定时刻 ${momentOf(example.now)}</div></td><td>${factsSaid(rule, example)}</td><td>${resultSaid(result)}</td></tr>`;
  });
  return html`<section class="examples"><h3>例子 ${rule.examples.length} 个</h3><table><thead><tr><th style="width:20%">情形</th><th>已知事实</th><th style="width:42%">判定</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

const momentOf = (now: string): string => fullInstantText(Date.parse(now));

function resultSaid({ finding, expect, ok, say }: ExampleResult): Markup {
  if (!ok) return html`${verdictMark(expect)}<div class="meta is-red">例子没有通过：${say}</div>`;
  if (finding === undefined) return html`${verdictMark(expect)}`;
  const { verdict, colour, missing, exception, working, open } = finding;
  const why = verdict === "moot" ? exception : finding.why;
  const lacks =
    verdict === "unknown" && missing.length > 0 && `缺：${missing.map((path) => pathLabel(path)).join("、")}`;
  const sum =
    working.length > 0 &&
    html`<table class="sum"><tbody>${working.map(({ op, step, note, value }) => html`<tr><td>${op}</td><td>${step}${note !== undefined && `（${note}）`}</td><td>${value}</td></tr>`)}</tbody></table>`;
  return html`${verdictMark(verdict, colour)}${why !== undefined && html`<div>${why}</div>`}${lacks !== false && html`<div class="meta">${lacks}</div>`}${sum}${open !== undefined && html`<div class="meta">${open}</div>`}`;
}
