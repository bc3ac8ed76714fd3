// The answer to one objection: what it comes to, and the words to whoever made it.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type Objection, OUTCOMES, type Outcome } from "../../../shared/supervision/objection.ts";
import { OUTCOME, words } from "../../words/objections.ts";
import { call } from "../call.ts";
import { SaidForm } from "../parts/SaidForm.tsx";
import { Segments } from "../parts/Segments.tsx";

const {
  outcome: OUTCOME_LABEL,
  saidLabel: label,
  saidHint: hint,
  empty,
  send,
  sending,
  sent,
  failed,
} = words.page;

interface Props {
  readonly of: Objection;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function AnswerBox({ of, onDone, onCancel }: Props): VNode {
  const [outcome, setOutcome] = useState<Outcome>("upheld");
  const params = { unit: of.unit, id: of.id };
  return (
    <SaidForm
      words={{ label, hint, empty, send, sending, sent, failed }}
      above={
        <Segments
          label={OUTCOME_LABEL}
          value={outcome}
          options={OUTCOMES.map((id) => ({ id, word: OUTCOME[of.kind][id] }))}
          onValue={setOutcome}
        />
      }
      send={(said) => call("answerObjection", { params, body: { outcome, said } })}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}
