// The line with which a note is replied to or closed.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CaseNote } from "../../../shared/supervision/note.ts";
import { sensitiveIn } from "../../overlay/panel/sensitive.ts";
import { words as consoleWords } from "../../words/console.ts";
import { words } from "../../words/console-cases.ts";
import { words as panelWords } from "../../words/panel.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.notes;

interface Props {
  readonly note: CaseNote;
  readonly act: "reply" | "close";
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function NoteAct({ note, act, onDone, onCancel }: Props): VNode {
  const [said, setSaid] = useState("");
  const [fixed, setFixed] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const found = sensitiveIn(said);
  const error =
    found !== undefined ? panelWords.sensitive[found] : tried && said.trim() === "" ? WORDS.empty : undefined;
  const send = async (): Promise<void> => {
    setTried(true);
    if (said.trim() === "") return;
    setBusy(true);
    setProblem(undefined);
    const params = { key: note.caseKey, id: note.id };
    const answer =
      act === "reply"
        ? await call("replyNote", { params, body: { said: said.trim(), fixed } })
        : await call("closeNote", { params, body: { said: said.trim() } });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    toast(act === "reply" ? WORDS.sent : WORDS.done);
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
      <Field
        label={act === "reply" ? WORDS.replyLabel(note.byName) : WORDS.closeLabel}
        hint={act === "close" ? WORDS.closeHint : undefined}
        lines={2}
        value={said}
        error={error}
        onValue={setSaid}
      />
      {act === "reply" ? (
        <label class="check">
          <input
            type="checkbox"
            checked={fixed}
            onChange={(event) => setFixed(event.currentTarget.checked)}
          />
          {WORDS.fixed}
        </label>
      ) : null}
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <div class="row">
        <Button rank="primary" small submit busy={busy && (act === "reply" ? WORDS.sending : WORDS.closing)}>
          {act === "reply" ? WORDS.send : WORDS.close}
        </Button>
        <Button rank="text" small onClick={onCancel}>
          {consoleWords.cancel}
        </Button>
      </div>
    </form>
  );
}
