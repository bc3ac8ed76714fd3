// 一分钟指引: the guides of all stages to choose from, or the one of a stage step by step.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Guide } from "../../../shared/guides/guide.ts";
import { GUIDES, guideOf } from "../../../shared/guides/guides.ts";
import { STAGES, stageLabel } from "../../../shared/rules/stages.ts";
import { words } from "../../words/learn.ts";
import { useKeys } from "../keys.ts";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { matches, SearchBox } from "../parts/SearchBox.tsx";
import { go, hashOf } from "../route.ts";
import { Cite } from "./Cite.tsx";

const WORDS = words.guides;

const ORDERED = STAGES.flatMap(({ id }) => guideOf(id) ?? []);

const searched = ({ stage, say, steps }: Guide): string[] => [
  stageLabel(stage),
  say,
  ...steps.flatMap(({ what, how, done, cites }) => [what, how, done, ...cites.map(({ statute }) => statute)]),
];

function All(): VNode {
  const [typed, setTyped] = useState("");
  const found = ORDERED.filter((guide) => matches(typed, ...searched(guide)));
  return (
    <>
      <PageHead title={WORDS.title} sub={WORDS.sub(GUIDES.length)}>
        <SearchBox label={WORDS.search} value={typed} onValue={setTyped} />
      </PageHead>
      {found.length === 0 ? (
        <Empty title={WORDS.noMatch}>{WORDS.noMatchWhy}</Empty>
      ) : (
        <ul class="guides">
          {found.map(({ stage, say, steps }) => (
            <li key={stage}>
              <a class="card pad" data-row href={hashOf("guides", stage)}>
                <span class="between">
                  <strong>{stageLabel(stage)}</strong>
                  <span class="sub">{WORDS.steps(steps.length)}</span>
                </span>
                <span>{say}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function One({ guide }: { guide: Guide }): VNode {
  useKeys({ t: () => go("guides") });
  return (
    <>
      <PageHead title={stageLabel(guide.stage)} sub={guide.say}>
        <a class="button secondary" href={hashOf("guides")}>
          <Icon name="arrowLeft" size={14} />
          {WORDS.back}
        </a>
      </PageHead>
      <ol class="guide">
        {guide.steps.map(({ what, how, done, cites }, i) => (
          <li class="card" key={what}>
            <h2>
              <span class="guide-no" aria-hidden="true">
                {i + 1}
              </span>
              {what}
            </h2>
            <dl>
              <div>
                <dt>{WORDS.how}</dt>
                <dd>{how}</dd>
              </div>
              <div>
                <dt>{WORDS.done}</dt>
                <dd>{done}</dd>
              </div>
              <div class="cites">
                <dt>{WORDS.cites}</dt>
                <dd>
                  {cites.map((cite) => (
                    <Cite key={`${cite.statute} ${cite.article}`} {...cite} />
                  ))}
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
      <p class="sub">{WORDS.listed}</p>
    </>
  );
}

export function GuidesPage({ of }: { of: string | undefined }): VNode {
  if (of === undefined) return <All />;
  const guide = guideOf(of);
  return guide === undefined ? (
    <>
      <PageHead title={WORDS.title} />
      <Empty title={WORDS.none}>
        <a href={hashOf("guides")}>{WORDS.back}</a>
      </Empty>
    </>
  ) : (
    <One guide={guide} />
  );
}
