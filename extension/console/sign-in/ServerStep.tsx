// The step that asks for the address of the unit's service, once.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { ask } from "../../protocol/ask.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { words } from "../../words/console.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.start.server;

export function ServerStep({
  known,
  onView,
}: {
  known: string | undefined;
  onView: (view: SessionView) => void;
}): VNode {
  const [url, setUrl] = useState(known ?? "");
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const connect = async (): Promise<void> => {
    const bare = url.trim().replace(/\/+$/, "");
    if (!/^https?:\/\/[^\s/]+/.test(bare)) {
      setError(WORDS.bad);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    const answer = await ask("set-server", { url: bare });
    setBusy(false);
    if (answer.ok) onView(answer.value);
    else setProblem(answer);
  };
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <h1>{WORDS.title}</h1>
      <p class="lead">{WORDS.say}</p>
      <Field
        label={WORDS.label}
        name="server"
        value={url}
        hint={WORDS.hint}
        error={error}
        onValue={(value) => {
          setUrl(value);
          setError(undefined);
        }}
      />
      {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button rank="primary" submit busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
