// 依据 of a card: the clause with its edition and words, its text where it is loaded; or both editions that may govern.
import { Fragment, type VNode } from "preact";
import type { Finding } from "../../../shared/rules/finding.ts";
import { Shape } from "../../look/Draw.tsx";
import { words as aid } from "../../words/aid.ts";
import { VERDICT, words } from "../../words/panel.ts";
import { ArticleText } from "./ArticleText.tsx";
import { editionText } from "./Card.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { Part } from "./Part.tsx";
import type { Store } from "./store.ts";
import { valueText } from "./when.ts";

/** The clause as one quotes it: statute, article, edition, words. */
const basisText = (finding: Finding): string =>
  `《${finding.statute}》第${finding.article}条（${editionText(finding)}）${finding.quote === undefined ? "" : `：“${finding.quote}”`}`;

export function Basis({ store, finding }: { store: Store; finding: Finding }): VNode {
  return (
    <Part
      name={words.card.basis}
      aside={<CopyButton store={store} text={basisText(finding)} label={aid.copy.basis} />}
    >
      <div>
        <span class="statute">
          《{finding.statute}》第{finding.article}条
        </span>{" "}
        <span class="edition">{editionText(finding)}</span>
      </div>
      {finding.quote !== undefined && <div class="quote">“{finding.quote}”</div>}
      <small>{finding.open ?? words.card.chosen}</small>
      {finding.readings === undefined && (
        <ArticleText
          store={store}
          statute={finding.statute}
          edition={finding.edition}
          editionLabel={editionText(finding)}
          article={finding.article}
          rule={finding.rule}
        />
      )}
    </Part>
  );
}

/** Both editions across which the act lies, each with what it says, for somebody to choose. */
export function Readings({ store, finding }: { store: Store; finding: Finding }): VNode | null {
  const now = store.now.value;
  if (finding.readings === undefined) return null;
  return (
    <Part name={words.card.readings}>
      {finding.readings.map(({ statute, edition, editionLabel, article, verdict, colour, due }) => (
        <Fragment key={edition}>
          <div class="law-reading">
            <Shape colour={colour} size={14} />
            <span class="statute">
              《{statute}》{words.card.article(article)}
            </span>{" "}
            <span class="edition">{editionLabel}</span>
            <b>{VERDICT[verdict]}</b>
            {due !== undefined && (
              <span>
                {words.card.ends(valueText({ path: "", label: "", state: "known", value: due }, now))}
              </span>
            )}
          </div>
          <ArticleText
            store={store}
            statute={statute}
            edition={edition}
            editionLabel={editionLabel}
            article={article}
            rule={finding.rule}
          />
        </Fragment>
      ))}
      <small>{words.card.chooseLaw}</small>
    </Part>
  );
}
