// The answer to one objection: what it comes to, and the words to whoever made it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type Objection, OUTCOMES, type Outcome } from "../../../shared/supervision/objection.ts";
import { sensitiveIn } from "../../overlay/panel/sensitive.ts";
import { words as consoleWords } from "../../words/console.ts";
import { OUTCOME, words } from "../../words/objections.ts";
import { words as panelWords } from "../../words/panel.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { Segments } from "../parts/Segments.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.page;

interface Props {
  readonly of: Objection;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function AnswerBox({ of, onDone, onCancel }: Props): VNode {
  const [outcome, setOutcome] = useState<Outcome>("upheld");
  const [said, setSaid] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const found = sensitiveIn(said);
  const missing = tried && said.trim() === "" ? WORDS.empty : undefined;
  const send = async (): Promise<void> => {
    setTried(true);
    if (said.trim() === "") return;
    setBusy(true);
    setProblem(undefined);
    const params = { unit: of.unit, id: of.id };
    const answer = await call("answerObjection", { params, body: { outcome, said: said.trim() } });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    toast(WORDS.sent);
    onDone();
  };
  return (
    <form
      class="note-act"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Segments
        label={WORDS.outcome}
        value={outcome}
        options={OUTCOMES.map((id) => ({ id, word: OUTCOME[of.kind][id] }))}
        onValue={setOutcome}
      />
      <Field
        label={WORDS.saidLabel}
        hint={WORDS.saidHint}
        lines={2}
        value={said}
        error={found === undefined ? missing : panelWords.sensitive[found]}
        onValue={setSaid}
      />
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <div class="row">
        <Button rank="primary" small submit busy={busy && WORDS.sending}>
          {WORDS.send}
        </Button>
        <Button rank="text" small onClick={onCancel}>
          {consoleWords.cancel}
        </Button>
      </div>
    </form>
  );
}
