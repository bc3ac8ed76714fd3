// The pages of the catalogue: all stages, one stage, the laws, the list of duties.
import { STATUTES } from "../../../shared/law/statutes.ts";
import { type DutyArea, heldBy, REASONS } from "../../../shared/rules/duties.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { STAGES, stageLabel } from "../../../shared/rules/stages.ts";
import { limitText, parseLimit } from "../../../shared/time/limit.ts";
import { html, type Markup } from "./markup.ts";
import { anchorOf, articleText, ruleSection, statusTag, weightTag } from "./rule-section.ts";
import { pageText, type SideLink } from "./shell.ts";
import { WORDS } from "./words.ts";

export const stageFile = (stage: string): string => `stage/${stage}.html`;

const link = ({ id, stage, title }: Rule, root: string): Markup =>
  html`<a href="${root}${stageFile(stage)}#${id}">${title}</a>`;

const stageLinks = (rules: readonly Rule[], root: string, current?: string): readonly SideLink[] =>
  STAGES.map(({ id, label }) => ({
    href: `${root}${stageFile(id)}`,
    label,
    count: rules.filter(({ stage }) => stage === id).length,
    current: id === current,
  }));

const count = (rules: readonly Rule[], of: (rule: Rule) => boolean): number => rules.filter(of).length;

export function frontPage(rules: readonly Rule[], areas: readonly DutyArea[]): string {
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
<p class="lead">会打断办案人的红线 ${loud} 条；义务清单 ${rows} 项，其中 ${rows - reasons} 项有规则，${reasons} 项写明理由。</p>
<div class="sheet"><table><thead><tr><th>阶段</th><th class="n">规则</th><th class="n">红线</th><th class="n">严重</th><th class="n">提醒</th><th class="n">待填草稿</th><th class="n">例子</th></tr></thead><tbody>${lines}</tbody></table></div>`;
  return pageText({ title: WORDS.front, root: "", section: "front", side: stageLinks(rules, ""), body });
}

function limitSaid(text: string): string {
  const limit = parseLimit(text);
  return limit.ok ? limitText(limit.value) : text;
}

export function stagePage(rules: readonly Rule[], stage: string): string {
  const own = rules.filter((rule) => rule.stage === stage);
  const lines = own.map(
    (rule) =>
      html`<tr><td><a href="#${rule.id}">${rule.title}</a></td><td>${weightTag(rule)} ${rule.status !== "live" && statusTag(rule)}</td><td>${rule.clock && limitSaid(rule.clock.limit)}</td><td class="meta">${[...new Set(rule.basis.map(({ statute, article }) => `${STATUTES.find(({ title }) => title === statute)?.short ?? statute} ${article}`))].join("，")}</td></tr>`,
  );
  const body = html`<h1>${stageLabel(stage)}</h1><p class="lead">${own.length} 条规则。</p>
<div class="sheet"><table><thead><tr><th>规则</th><th style="width:160px">分量</th><th style="width:120px">期限</th><th style="width:40%">依据</th></tr></thead><tbody>${lines}</tbody></table></div>${own.map((rule) => ruleSection(rule, "../"))}`;
  return pageText({
    title: stageLabel(stage),
    root: "../",
    section: "front",
    side: stageLinks(rules, "../", stage),
    body,
  });
}

/** Articles in the order of their numbers. */
const byNumber = (a: string, b: string): number =>
  (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0) || (a < b ? -1 : 1);

export function lawsPage(rules: readonly Rule[]): string {
  const cited = STATUTES.filter(({ title }) =>
    rules.some(({ basis }) => basis.some(({ statute }) => statute === title)),
  );
  const parts = cited.map(({ title, editions }) => {
    const using = rules.filter(({ basis }) => basis.some(({ statute }) => statute === title));
    const articles = [
      ...new Set(
        using.flatMap(({ basis }) =>
          basis.filter(({ statute }) => statute === title).map(({ article }) => article),
        ),
      ),
    ].sort(byNumber);
    const rows = articles.map((article) => {
      const own = using.filter(({ basis }) =>
        basis.some((one) => one.statute === title && one.article === article),
      );
      const of = (rule: Rule) =>
        rule.basis
          .filter((one) => one.statute === title && one.article === article)
          .map(({ edition }) => editions.find((one) => one.edition === edition)?.label ?? edition);
      return html`<tr><td>${articleText(article)}</td><td>${own.map((rule) => html`<div>${link(rule, "")} <span class="meta">${stageLabel(rule.stage)}${editions.length > 1 && ` · ${[...new Set(of(rule))].join("、")}`}</span></div>`)}</td></tr>`;
    });
    const days = editions.map(
      ({ label, from, until }) => `${label}（${from} 起${until === undefined ? "" : `，至 ${until}`}）`,
    );
    return html`<section class="lawhead" id="${anchorOf(title)}"><h2>《${title}》</h2><div class="meta">${days.join("；")}</div><div class="sheet"><table><thead><tr><th style="width:140px">条</th><th>规则</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
  });
  const side = cited.map(({ title, short }) => ({
    href: `#${anchorOf(title)}`,
    label: short,
    count: count(rules, ({ basis }) => basis.some(({ statute }) => statute === title)),
  }));
  const body = html`<h1>${WORDS.laws}</h1><p class="lead">${cited.length} 部法规，逐条列出引用它的规则。${WORDS.noText}</p>${parts}`;
  return pageText({ title: WORDS.laws, root: "", section: "laws", side, body });
}

export function dutiesPage(rules: readonly Rule[], areas: readonly DutyArea[]): string {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const parts = areas.map(({ id, label, duties }) => {
    const { rows, reasons } = heldBy(duties);
    const lines = duties.map((duty) => {
      const rule = duty.rule === undefined ? undefined : byId.get(duty.rule);
      const why =
        duty.reason === undefined
          ? ""
          : `${REASONS[duty.reason]}${duty.of === undefined ? "" : `：${duty.of}`}`;
      return html`<tr><td>${duty.duty}<div class="code">${duty.id}</div></td><td>${rule === undefined ? html`<span class="meta">${why}${duty.say !== undefined && html`<div>${duty.say}</div>`}</span>` : html`${link(rule, "")} ${rule.status !== "live" && statusTag(rule)}`}</td></tr>`;
    });
    return html`<section class="lawhead" id="area-${id}"><h2>${label}</h2><div class="meta">${rows} 项，${rows - reasons} 项有规则</div><div class="sheet"><table><thead><tr><th style="width:50%">义务</th><th>规则，或者没有规则的理由</th></tr></thead><tbody>${lines}</tbody></table></div></section>`;
  });
  const side = areas.map(({ id, label, duties }) => ({ href: `#area-${id}`, label, count: duties.length }));
  const body = html`<h1>${WORDS.duties}</h1><p class="lead">办案中的每一项义务，由哪条规则看着；没有规则的写明理由。</p>${parts}`;
  return pageText({ title: WORDS.duties, root: "", section: "duties", side, body });
}
