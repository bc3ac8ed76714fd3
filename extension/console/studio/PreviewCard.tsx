// What the officer will see: the card of one example, judged here by the product's own judge, with its working.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Rule } from "../../../shared/rules/rule.ts";
import { spanText } from "../../../shared/time/format.ts";
import { Shape } from "../../look/Draw.tsx";
import { words } from "../../words/console-studio.ts";
import { STATE, VERDICT } from "../../words/panel.ts";
import { usePack } from "../pack.ts";
import { Icon } from "../parts/Icon.tsx";
import { Segments } from "../parts/Segments.tsx";
import type { Sample } from "./sample.ts";

const WORDS = words.preview;

export function PreviewCard({ rule, at }: { rule: Rule; at: number }): VNode {
  const { pack } = usePack();
  const [tone, setTone] = useState<"light" | "dark">(() =>
    matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  );
  const [sample, setSample] = useState<Sample>();
  const text = JSON.stringify(rule);
  useEffect(() => {
    let wanted = true;
    const example = rule.examples[at];
    if (pack === undefined || example === undefined) return;
    // The judge's condition parser is only needed here, so it is loaded here.
    void import("./sample.ts").then(({ sampleOf }) => {
      if (wanted) setSample(sampleOf(rule, example, pack));
    });
    return () => {
      wanted = false;
    };
  }, [text, pack, at]);
  return (
    <section class="preview" aria-label={WORDS.title}>
      <div class="between">
        <h3>
          {WORDS.title} <span class="sub">{WORDS.of(at + 1)}</span>
        </h3>
        <Segments
          label={WORDS.tone}
          value={tone}
          options={[
            { id: "light", word: WORDS.light },
            { id: "dark", word: WORDS.dark },
          ]}
          onValue={setTone}
        />
      </div>
      <div class={`stage sample-${tone}`}>
        {sample === undefined ? <p class="sub">{WORDS.none}</p> : <Card rule={rule} sample={sample} />}
      </div>
      {sample === undefined || sample.finding.working.length === 0 ? null : (
        <ol class="working">
          {sample.finding.working.map((line, i) => (
            <li
              key={i}
              class={line.op === "=" && i === sample.finding.working.length - 1 ? sample.finding.colour : ""}
            >
              <span>{line.step}</span>
              <strong>
                {line.op === "+" || line.op === "−" ? `${line.op} ` : ""}
                {line.value}
              </strong>
              {line.note === undefined ? null : <small>{line.note}</small>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Card({ rule, sample: { finding, at } }: { rule: Rule; sample: Sample }): VNode {
  const { colour, due, verdict } = finding;
  const word = verdict === "due" && colour !== "green" ? STATE[colour] : VERDICT[verdict];
  const span =
    due === undefined || (verdict !== "due" && verdict !== "breached")
      ? undefined
      : at <= due
        ? WORDS.left(spanText(due + 1 - at))
        : WORDS.over(spanText(at - due));
  return (
    <div class={`sample-card ${colour}`}>
      <Shape colour={colour} size={18} />
      <div>
        <p class="between">
          <strong>{finding.title}</strong>
          <span class={`left ${colour}`}>{span === undefined ? word : `${word} · ${span}`}</span>
        </p>
        <p>{finding.why}</p>
        <p class="between sub">
          <span>
            {WORDS.law(finding.statute, finding.article)}
            {finding.editionLabel === undefined ? null : <span class="edition">{finding.editionLabel}</span>}
          </span>
          <span class="locate">
            <Icon name="locate" size={14} />
            {WORDS.locate}
          </span>
        </p>
        <p class="fix">{rule.fix}</p>
      </div>
    </div>
  );
}
