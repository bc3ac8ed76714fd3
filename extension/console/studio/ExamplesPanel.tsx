// The examples of a rule with what they should and do give, and what the check says of the rule.
import type { VNode } from "preact";
import type { Colour } from "../../../shared/rules/finding.ts";
import type { Rule } from "../../../shared/rules/rule.ts";
import { words } from "../../words/console-studio.ts";
import { VERDICT } from "../../words/panel.ts";
import { Icon } from "../parts/Icon.tsx";
import { Problem } from "../parts/Problem.tsx";
import { State } from "../parts/State.tsx";
import { inWords } from "./in-words.ts";
import { type Check, type Checked, fieldsGood } from "./use-check.ts";

const WORDS = words.examples;

const COLOUR: Readonly<Record<string, Colour | "moot">> = {
  met: "green",
  due: "blue",
  breached: "red",
  unknown: "grey",
  moot: "moot",
};

const wordOf = (verdict: string): string =>
  Object.hasOwn(VERDICT, verdict) ? VERDICT[verdict as keyof typeof VERDICT] : verdict;

const Verdict = ({ of }: { of: string }): VNode => (
  <State colour={COLOUR[of] ?? "grey"}>{of === "" ? WORDS.noVerdict : wordOf(of)}</State>
);

interface Props {
  readonly rule: Rule;
  readonly check: Check;
  /** Which example the preview shows. */
  readonly shown: number;
  readonly onShow: (at: number) => void;
}

export function ExamplesPanel({ rule, check, shown, onShow }: Props): VNode {
  const { result, problem, stale } = check;
  return (
    <aside class="card examples" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub(rule.examples.length)}</span>
        <span class="sub right" role="status">
          {stale && problem === undefined ? WORDS.checking : ""}
        </span>
      </div>
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.notAsked} />}
      <ol class={stale ? "stale" : ""}>
        {rule.examples.map((example, i) => {
          const one = result?.examples.find(({ title }) => title === example.title);
          return (
            <li
              key={example.title}
              class={[one?.pass === false ? "fails" : "", i === shown ? "shown" : ""].join(" ")}
            >
              <div class="between">
                <button
                  type="button"
                  class="example"
                  aria-pressed={i === shown}
                  title={WORDS.show}
                  onClick={() => onShow(i)}
                >
                  <span class="nr">{i + 1}</span>
                  {example.title}
                </button>
                {one === undefined ? null : (
                  <span class="pass">
                    {one.pass ? WORDS.pass : WORDS.fail}
                    <Icon name={one.pass ? "check" : "close"} size={14} />
                  </span>
                )}
              </div>
              <p class="verdicts">
                <span class="sub">{WORDS.expect}</span>
                <Verdict of={example.expect} />
                {one === undefined ? null : (
                  <>
                    <span class="sub">{WORDS.got}</span>
                    <Verdict of={one.got} />
                  </>
                )}
              </p>
              {one?.pass === false && one.hint !== undefined ? <p class="hint">{inWords(one.hint)}</p> : null}
              {one?.pass === true && one.hint !== undefined ? <p class="hint">{WORDS.different}</p> : null}
            </li>
          );
        })}
      </ol>
      <p class="sub pad">{WORDS.least}</p>
      <StaticCheck result={stale ? undefined : result} />
    </aside>
  );
}

function StaticCheck({ result }: { result: Checked | undefined }): VNode {
  const failing = result?.examples.filter(({ pass }) => !pass).length ?? 0;
  return (
    <section class="static">
      <h2>{WORDS.check}</h2>
      {result === undefined ? (
        <State colour="grey">{WORDS.checking}</State>
      ) : (
        <>
          {fieldsGood(result) || result.refusal === undefined ? (
            <State colour="green">{WORDS.good}</State>
          ) : (
            <div>
              <State colour="red">{WORDS.refused}</State>
              <p>{inWords(result.refusal.message)}</p>
              {result.refusal.at === undefined ? null : <p class="sub">{WORDS.at(result.refusal.at)}</p>}
            </div>
          )}
          {result.examples.length === 0 ? null : (
            <State colour={failing === 0 ? "green" : "red"}>
              {failing === 0
                ? WORDS.goodExamples(result.examples.length)
                : WORDS.badExamples(failing, result.examples.length)}
            </State>
          )}
        </>
      )}
    </section>
  );
}
