// The page of the laws: article by article, which rules cite it.
import { stageLabel } from "../../../shared/rules/stages.ts";
import type { Book, Entry } from "./book.ts";
import { html } from "./markup.ts";
import { anchorOf, articleText, ruleLink } from "./rule-section.ts";
import { pageText } from "./shell.ts";
import { WORDS } from "./words.ts";

/** Articles in the order of their numbers. */
const byNumber = (a: string, b: string): number =>
  (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0) || (a < b ? -1 : 1);

export function lawsPage({ entries: rules, statutes }: Book): string {
  const cited = statutes.filter(({ title }) =>
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
      const of = (rule: Entry) =>
        rule.basis
          .filter((one) => one.statute === title && one.article === article)
          .map(({ edition }) => editions.find((one) => one.edition === edition)?.label ?? edition);
      return html`<tr><td>${articleText(article)}</td><td>${own.map((rule) => html`<div>${ruleLink(rule, "")} <span class="meta">${stageLabel(rule.stage)}${editions.length > 1 && ` · ${[...new Set(of(rule))].join("、")}`}</span></div>`)}</td></tr>`;
    });
    const days = editions.map(
      ({ label, from, until }) => `${label}（${from} 起${until === undefined ? "" : `，至 ${until}`}）`,
    );
    return html`<section class="lawhead" id="${anchorOf(title, statutes)}"><h2>《${title}》</h2><div class="meta">${days.join("；")}</div><div class="sheet"><table><thead><tr><th style="width:140px">条</th><th>规则</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
  });
  const side = cited.map(({ title, short }) => ({
    href: `#${anchorOf(title, statutes)}`,
    label: short,
    count: rules.filter(({ basis }) => basis.some(({ statute }) => statute === title)).length,
  }));
  const body = html`<h1>${WORDS.laws}</h1><p class="lead">${cited.length} 部法规，逐条列出引用它的规则。${WORDS.noText}</p>${parts}`;
  return pageText({ title: WORDS.laws, root: "", section: "laws", side, body });
}
