// The conditions of publishing, the reason line, and the act itself.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Reply } from "../../../shared/api/contract.ts";
import type { Statute } from "../../../shared/law/statute.ts";
import { words } from "../../words/console-studio.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Problem } from "../parts/Problem.tsx";
import { State } from "../parts/State.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { issues, type Sources } from "./source.ts";
import { useStudio } from "./studio.ts";
import { fieldsGood } from "./use-check.ts";
import { type Checks, passes } from "./use-checks.ts";

const WORDS = words.publish;

interface Props {
  readonly sources: Sources;
  readonly checks: Checks;
  /** Local texts that the changed rules cite. */
  readonly statutes: readonly Statute[];
  readonly onDone: () => void;
}

export function Publishing({ sources, checks, statutes, onDone }: Props): VNode | null {
  const { edits, changes, say, rebase, clear } = useStudio();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const [done, setDone] = useState<Reply<"publish">>();
  const toast = useToast();
  const rules = Object.values(edits.rules);
  const all = rules.every(({ id }) => passes(checks.get(id)));
  const asked = rules.every(({ id }) => checks.has(id));
  const refusedOne = rules.some(({ id }) => {
    const answer = checks.get(id);
    return answer?.ok === true && !fieldsGood(answer.value);
  });
  const examples = rules.reduce((sum, rule) => sum + rule.examples.length, 0);
  const based = edits.base === sources.revision;
  const conditions: readonly (readonly [boolean, string])[] = [
    [changes > 0, WORDS.condition.changes],
    [
      asked && all,
      asked && !all
        ? refusedOne
          ? WORDS.condition.refused
          : WORDS.condition.examplesBad
        : rules.length === 0
          ? WORDS.condition.law
          : WORDS.condition.examples(examples),
    ],
    [
      based || changes === 0,
      based || changes === 0 ? WORDS.condition.base : WORDS.condition.baseBad(sources.label),
    ],
    [edits.say.trim() !== "", WORDS.condition.say],
  ];
  const good = conditions.filter(([fine]) => fine).length;
  const publish = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call("publish", {
      body: {
        base: edits.base,
        say: edits.say.trim(),
        rules,
        checklists: Object.values(edits.checklists),
        ...(Object.keys(edits.profiles).length === 0 ? {} : { profiles: Object.values(edits.profiles) }),
        ...(statutes.length === 0 ? {} : { statutes: [...statutes] }),
      },
    });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    setDone(answer.value);
    clear();
    if (answer.value.state === "published") toast(WORDS.published(answer.value.label), WORDS.publishedWhy);
    onDone();
  };
  if (changes === 0) {
    return done === undefined ? null : (
      <section class="card" aria-label={WORDS.title}>
        <Result of={done} />
      </section>
    );
  }
  return (
    <section class="card" aria-label={WORDS.conditions}>
      <div class="card-head">
        <h2>{WORDS.conditions}</h2>
        <span class="sub right">{WORDS.passOf(good, conditions.length)}</span>
      </div>
      <ul class="conditions-list">
        {conditions.map(([fine, word]) => (
          <li key={word}>{fine ? <State colour="green">{word}</State> : <NotYet word={word} />}</li>
        ))}
      </ul>
      <div class="pad">
        {issues(sources) ? null : <p class="sub">{WORDS.ownLayer(sources.layer?.unitName ?? "")}</p>}
        {based ? null : <Button onClick={() => rebase(sources.revision)}>{WORDS.takeBase}</Button>}
        <Field
          label={WORDS.reason}
          name="reason"
          hint={WORDS.reasonHint}
          lines={2}
          value={edits.say}
          onValue={say}
        />
        {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
        <Button
          rank="primary"
          icon="send"
          disabled={good < conditions.length}
          why={WORDS.cannot}
          busy={busy && WORDS.busy}
          onClick={() => void publish()}
        >
          {WORDS.go}
        </Button>
      </div>
    </section>
  );
}

const NotYet = ({ word }: { word: string }): VNode => (
  <span class="state not-yet">
    <Icon name="circle" />
    <span>{word}</span>
  </span>
);

function Result({ of }: { of: Reply<"publish"> }): VNode {
  const out = of.state === "published";
  return (
    <div class="result" role="status">
      {out ? (
        <State colour="green">{WORDS.published(of.label)}</State>
      ) : (
        <NotYet word={WORDS.waiting(of.approvals, of.needed)} />
      )}
      <p class="sub">{out ? WORDS.publishedWhy : WORDS.waitingWhy}</p>
    </div>
  );
}
