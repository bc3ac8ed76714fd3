// 法律抽测: this month's questions from one's own findings, one at a time, answered with the article; sent to nobody.
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { type Question, quizOf } from "../../../shared/learning/quiz.ts";
import type { Pack } from "../../../shared/rules/pack.ts";
import { ask } from "../../protocol/ask.ts";
import { words } from "../../words/learn.ts";
import { usePack } from "../pack.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { hashOf } from "../route.ts";
import { useMember } from "../session.ts";
import { useLoad } from "../use-call.ts";
import { Cite } from "./Cite.tsx";
import { frozen, monthOf, useQuiz } from "./quiz-state.ts";

const WORDS = words.quiz;

const holds = (pack: Pack, statute: string, edition: string): boolean =>
  pack.statutes
    .find(({ title }) => title === statute)
    ?.editions.some((one) => one.edition === edition && one.until === undefined) ?? false;

interface OneProps {
  readonly of: Question;
  readonly chosen: number | undefined;
  readonly onChoose: (choice: number) => void;
}

function One({ of, chosen, onChoose }: OneProps): VNode {
  const right = chosen === of.right;
  return (
    <div class="quiz-one">
      <h2>{of.about}</h2>
      <fieldset>
        <legend class="sub">{WORDS[of.kind]}</legend>
        {of.choices.map((choice, i) => (
          <label
            key={choice}
            class={`quiz-choice${chosen === undefined ? "" : i === of.right ? " is-right" : i === chosen ? " is-chosen" : ""}`}
          >
            <input
              type="radio"
              name={of.rule}
              checked={chosen === i}
              disabled={chosen !== undefined}
              onChange={() => onChoose(i)}
            />
            <span>{choice}</span>
            {chosen !== undefined && i === of.right ? <Icon name="check" size={14} /> : null}
          </label>
        ))}
      </fieldset>
      <div role="status">
        {chosen === undefined ? null : (
          <div class="quiz-answer">
            <p>
              <b>{right ? WORDS.right : `${WORDS.wrong}：${of.choices[of.right] ?? ""}`}</b>
            </p>
            <Cite statute={of.statute} edition={of.edition} article={of.article} />
            {of.kind === "limit" ? <p>{of.fix}</p> : null}
            <p>
              <a href={hashOf("guides", of.stage)}>{WORDS.guide}</a>
            </p>
          </div>
        )}
      </div>
    </div>
  );
}

function Quiz({ questions, month }: { questions: readonly Question[]; month: string }): VNode {
  const [state, change] = useQuiz(useMember().id, month);
  const open = questions.findIndex(({ rule }) => state.chosen[rule] === undefined);
  const [at, setAt] = useState(open < 0 ? questions.length : open);
  const right = questions.filter(({ rule, right }) => state.chosen[rule] === right).length;
  const question = questions[at];
  if (state.skipped)
    return (
      <Empty title={WORDS.skipped}>
        {WORDS.skippedWhy}{" "}
        <Button small onClick={() => change({ ...state, skipped: false })}>
          {WORDS.resume}
        </Button>
      </Empty>
    );
  if (question === undefined)
    return (
      <Empty title={WORDS.done(right, questions.length)}>
        {WORDS.doneWhy}{" "}
        <Button small onClick={() => setAt(0)}>
          {WORDS.again}
        </Button>
      </Empty>
    );
  const chosen = state.chosen[question.rule];
  return (
    <>
      <div class="card-head">
        <span>{WORDS.at(at + 1, questions.length)}</span>
        <span class="right">
          <Button rank="text" small onClick={() => change({ ...state, skipped: true })}>
            {WORDS.skip}
          </Button>
        </span>
      </div>
      <One
        key={question.rule}
        of={question}
        chosen={chosen}
        onChoose={(choice) => change({ ...state, chosen: { ...state.chosen, [question.rule]: choice } })}
      />
      {chosen === undefined ? null : (
        <p class="pad">
          <Button rank="primary" onClick={() => setAt(at + 1)}>
            {at + 1 < questions.length ? WORDS.next : WORDS.finish}
          </Button>
        </p>
      )}
    </>
  );
}

export function QuizPage(): VNode {
  const { pack } = usePack();
  const member = useMember();
  const own = useLoad("own findings", () => ask("own-findings", {}));
  const month = monthOf(Date.now());
  const questions = useMemo(
    () =>
      pack === undefined || own.value === undefined
        ? undefined
        : quizOf(
            frozen(member.id, month, own.value),
            pack.rules,
            (statute, edition) => holds(pack, statute, edition),
            `${month} ${member.id}`,
          ),
    [pack, own.value, month, member.id],
  );
  return (
    <>
      <PageHead title={WORDS.title} sub={WORDS.sub(month)} />
      <p class="quiz-private">{WORDS.private}</p>
      <section class="card quiz">
        <Loaded of={own} rows={4}>
          {() =>
            questions === undefined ? (
              <Waiting rows={4} />
            ) : questions.length === 0 ? (
              <Empty title={WORDS.none}>{WORDS.noneWhy}</Empty>
            ) : (
              <Quiz questions={questions} month={month} />
            )
          }
        </Loaded>
      </section>
    </>
  );
}
