// 一分钟指引 beside the work: the steps of a card's stage in the panel, the one that its clause belongs to marked, with the way back.
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Step } from "../../../shared/guides/guide.ts";
import type { Finding } from "../../../shared/rules/finding.ts";
import { stageLabel } from "../../../shared/rules/stages.ts";
import { Draw } from "../../look/Draw.tsx";
import { icons } from "../../look/icons.ts";
import { words } from "../../words/learn.ts";
import type { Store } from "./store.ts";

const WORDS = words.guides;

/** Whether the step rests on the clause that the finding names, in whichever edition. */
const speaksOf = ({ cites }: Step, { statute, article }: Finding): boolean =>
  cites.some((one) => one.statute === statute && one.article === article);

/** The articles of a step, each statute named once: `《治安管理处罚法》第96条、第97条`. */
function citesOf({ cites }: Step): string {
  const statutes = [...new Set(cites.map(({ statute }) => statute))];
  return statutes
    .map((name) =>
      WORDS.articles(
        name,
        cites.filter(({ statute }) => statute === name).map(({ article }) => article),
      ),
    )
    .join("，");
}

export function GuideView({ store }: { store: Store }): VNode | null {
  const shown = store.guide.value;
  const back = useRef<HTMLButtonElement>(null);
  const steps = useRef<HTMLOListElement>(null);
  // Who came by a key goes on here; who came by the mouse keeps the host's focus.
  useLayoutEffect(() => {
    const within = back.current?.getRootNode();
    if (within instanceof ShadowRoot && within.activeElement !== null)
      back.current?.focus({ preventScroll: true });
    steps.current?.querySelector(".own")?.scrollIntoView?.({ block: "nearest" });
  }, [shown]);
  if (shown === undefined) return null;
  const { guide, finding } = shown;
  const title = stageLabel(guide.stage);
  return (
    <>
      <div class="guide-head">
        <button
          type="button"
          class="text"
          ref={back}
          onClick={() => {
            store.guide.value = undefined;
          }}
        >
          <Draw of={icons.arrowLeft} size={14} />
          {WORDS.toCard}
        </button>
        <small>{WORDS.title}</small>
      </div>
      <section class="scroll guide" aria-label={`${WORDS.title}：${title}`}>
        <h3>{title}</h3>
        <p>{guide.say}</p>
        <ol ref={steps}>
          {guide.steps.map((step, i) => {
            const own = speaksOf(step, finding);
            return (
              <li key={step.what} class={own ? "own" : ""}>
                <h4>
                  <span aria-hidden="true">{i + 1}</span>
                  {step.what}
                  {own && <small>{WORDS.own}</small>}
                </h4>
                <p>{step.how}</p>
                <p class="done">
                  <Draw of={icons.check} size={14} />
                  <span>{step.done}</span>
                </p>
                <small>{citesOf(step)}</small>
              </li>
            );
          })}
        </ol>
        <button
          type="button"
          class="text"
          onClick={() => void store.surface.ask("open-console", { path: `/guides/${guide.stage}` })}
        >
          <Draw of={icons.externalLink} size={14} />
          {WORDS.all}
        </button>
      </section>
    </>
  );
}
