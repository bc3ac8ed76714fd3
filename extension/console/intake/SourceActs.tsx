// What an administrator does about one connection: another key, or its end.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { IntakeSource } from "../../../shared/api/routes/intake.ts";
import { words } from "../../words/intake.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";
import type { Told } from "./KeyCard.tsx";

const WORDS = words.sources;

interface Props {
  readonly source: IntakeSource;
  readonly onDone: (done: string, told?: Told) => void;
}

export function SourceActs({ source, onDone }: Props): VNode {
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const params = { id: source.id };
  const rotate = async (atOnce: boolean): Promise<void> => {
    setBusy(true);
    const answer = await call("rotateIntakeKey", { params, body: { atOnce } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer);
    onDone(WORDS.done.rotated, { id: source.id, name: source.name, key: answer.value.key });
  };
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await call("endIntakeSource", { params, body: { said: said.trim() } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer);
    onDone(WORDS.done.ended);
  };
  return (
    <div class="stack">
      <p class="sub">{WORDS.rotateSay}</p>
      <div class="row wrap">
        <Button small busy={busy && WORDS.busy} onClick={() => void rotate(false)}>
          {WORDS.later}
        </Button>
        <Button small busy={busy && WORDS.busy} onClick={() => void rotate(true)}>
          {WORDS.atOnce}
        </Button>
      </div>
      <p class="sub">{WORDS.endSay}</p>
      <Field label={WORDS.said} name="source-said" hint={WORDS.saidHint} value={said} onValue={setSaid} />
      <Button small busy={busy && WORDS.busy} disabled={said.trim() === ""} onClick={() => void end()}>
        {WORDS.end}
      </Button>
      {problem === undefined ? null : <Problem problem={problem} title={words.failed} />}
    </div>
  );
}
