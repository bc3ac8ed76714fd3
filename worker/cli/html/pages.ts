// The pages of the stages: all of them in one table, and each with its rules.
import { heldBy } from "../../../shared/rules/duties.ts";
import { LEVEL_WORDS } from "../../../shared/rules/layers/layer.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { STAGES, stageLabel } from "../../../shared/rules/stages.ts";
import { limitText } from "../../../shared/time/limit.ts";
import type { Book } from "./book.ts";
import { html } from "./markup.ts";
import { ruleSection, stageFile, statusTag, weightTag } from "./rule-section.ts";
import { pageText, type SideLink } from "./shell.ts";
import { WORDS } from "./words.ts";

const stageLinks = (rules: readonly Rule[], root: string, current?: string): readonly SideLink[] =>
  STAGES.map(({ id, label }) => ({
    href: `${root}${stageFile(id)}`,
    label,
    count: rules.filter(({ stage }) => stage === id).length,
    current: id === current,
  }));

const count = (rules: readonly Rule[], of: (rule: Rule) => boolean): number => rules.filter(of).length;

export function frontPage({ entries: rules, areas, layers }: Book): string {
  const { rows, reasons } = heldBy(areas.flatMap(({ duties }) => duties));
  const lines = STAGES.map(({ id, label }) => {
    const own = rules.filter(({ stage }) => stage === id);
    return html`<tr><td><a href="${stageFile(id)}">${label}</a></td><td class="n">${own.length}</td><td class="n">${count(own, ({ weight }) => weight === "red-line")}</td><td class="n">${count(own, ({ weight }) => weight === "serious")}</td><td class="n">${count(own, ({ weight }) => weight === "reminder")}</td><td class="n">${count(own, ({ status }) => status === "draft")}</td><td class="n">${own.reduce((sum, { examples }) => sum + examples.length, 0)}</td></tr>`;
  });
  const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  const loud = count(
    rules,
    ({ weight, status, quiet }) => weight === "red-line" && status === "live" && quiet !== true,
  );
  const body = html`<h1>${rules.length} 条规则，${examples} 个例子</h1><p class="lead">${WORDS.intro}${WORDS.noText}</p>
<p class="lead">会打断办案人的红线 ${loud} 条；义务清单 ${rows} 项，其中 ${rows - reasons} 项有规则，${reasons} 项写明理由。</p>${layers.map(({ level, layer, hash }) => html`<p class="lead">${LEVEL_WORDS[level]} ${layer} <span class="code">${hash.slice(0, 12)}</span>，改动 ${rules.filter(({ packed }) => packed.from.changes.some((one) => one.layer === layer)).length} 条，增加 ${rules.filter(({ packed }) => packed.from.layer === layer).length} 条。</p>`)}
<div class="sheet"><table><thead><tr><th>阶段</th><th class="n">规则</th><th class="n">红线</th><th class="n">严重</th><th class="n">提醒</th><th class="n">待填草稿</th><th class="n">例子</th></tr></thead><tbody>${lines}</tbody></table></div>`;
  return pageText({ title: WORDS.front, root: "", section: "front", side: stageLinks(rules, ""), body });
}

export function stagePage(book: Book, stage: string): string {
  const { entries: rules, statutes } = book;
  const own = rules.filter((rule) => rule.stage === stage);
  const lines = own.map(
    (rule) =>
      html`<tr><td><a href="#${rule.id}">${rule.title}</a></td><td>${weightTag(rule)} ${rule.status !== "live" && statusTag(rule)}</td><td>${rule.packed.clock && limitText(rule.packed.clock.limit)}</td><td class="meta">${[...new Set(rule.basis.map(({ statute, article }) => `${statutes.find(({ title }) => title === statute)?.short ?? statute} ${article}`))].join("，")}</td></tr>`,
  );
  const body = html`<h1>${stageLabel(stage)}</h1><p class="lead">${own.length} 条规则。</p>
<div class="sheet"><table><thead><tr><th>规则</th><th style="width:160px">分量</th><th style="width:120px">期限</th><th style="width:40%">依据</th></tr></thead><tbody>${lines}</tbody></table></div>${own.map((rule) => ruleSection(rule, book, "../"))}`;
  return pageText({
    title: stageLabel(stage),
    root: "../",
    section: "front",
    side: stageLinks(rules, "../", stage),
    body,
  });
}
