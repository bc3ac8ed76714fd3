// A form whose words somebody else will read: said, warned of personal data, sent once; what else it asks stands around the words.
import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import { sensitiveIn } from "../../overlay/panel/sensitive.ts";
import type { Answer } from "../../protocol/messages.ts";
import { words as consoleWords } from "../../words/console.ts";
import { words as panelWords } from "../../words/panel.ts";
import type { Problem as What } from "../use-call.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";
import { Problem } from "./Problem.tsx";
import { useToast } from "./Toast.tsx";

export interface SaidWords {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Where nothing is said. */
  readonly empty: string;
  readonly send: string;
  readonly sending: string;
  readonly sent: string;
  readonly failed: string;
}

interface Props {
  readonly words: SaidWords;
  readonly above?: ComponentChildren;
  readonly below?: ComponentChildren;
  /** Sends the words, without space around them. */
  readonly send: (said: string) => Promise<Answer<unknown>>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function SaidForm({ words, above, below, send, onDone, onCancel }: Props): VNode {
  const [said, setSaid] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const toast = useToast();
  const found = sensitiveIn(said);
  const missing = tried && said.trim() === "" ? words.empty : undefined;
  const go = async (): Promise<void> => {
    setTried(true);
    if (said.trim() === "") return;
    setBusy(true);
    setProblem(undefined);
    const answer = await send(said.trim());
    setBusy(false);
    if (!answer.ok) return setProblem(answer);
    toast(words.sent);
    onDone();
  };
  return (
    <form
      class="note-act"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {above}
      <Field
        label={words.label}
        hint={words.hint}
        lines={2}
        value={said}
        error={found === undefined ? missing : panelWords.sensitive[found]}
        onValue={setSaid}
      />
      {below}
      {problem === undefined ? null : <Problem problem={problem} title={words.failed} />}
      <div class="row">
        <Button rank="primary" small submit busy={busy && words.sending}>
          {words.send}
        </Button>
        <Button rank="text" small onClick={onCancel}>
          {consoleWords.cancel}
        </Button>
      </div>
    </form>
  );
}
