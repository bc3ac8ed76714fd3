// Raising an item by hand: from the daily patrol of incidents, or on a case.
import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { sensitiveIn } from "../../overlay/panel/sensitive.ts";
import { words } from "../../words/console-items.ts";
import { words as panelWords } from "../../words/panel.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { OwnerChoice } from "./MoveForm.tsx";

const WORDS = words.raise;

/** `onDone` hears `unit/id` of what was raised, nothing when it was given up. */
export function RaiseItem({ onDone }: { onDone: (made?: string) => void }): VNode {
  const cases = useCall("cases").value?.cases ?? [];
  const [title, setTitle] = useState("");
  const [said, setSaid] = useState("");
  const [ref, setRef] = useState("");
  const [caseKey, setCaseKey] = useState("");
  const [owner, setOwner] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const key = useRef(`c.${crypto.randomUUID()}`);
  const toast = useToast();
  const error = (text: string): string | undefined => {
    const found = sensitiveIn(text);
    if (found !== undefined) return panelWords.sensitive[found];
    return tried && text.trim() === "" ? words.empty : undefined;
  };
  const send = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === "" || said.trim() === "") return;
    setBusy(true);
    setProblem(undefined);
    const body = {
      key: key.current,
      origin: "patrol",
      title: title.trim(),
      said: said.trim(),
      ...(ref.trim() === "" ? {} : { ref: ref.trim() }),
      ...(caseKey === "" ? {} : { caseKey }),
      ...(owner === "" ? {} : { owner }),
    } as const;
    const answer = await call("raiseItem", { body });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer);
      return;
    }
    toast(WORDS.done);
    onDone(`${answer.value.item.unit}/${answer.value.item.id}`);
  };
  return (
    <section class="card pad item-raise">
      <h2>{WORDS.title}</h2>
      <form
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={WORDS.what}
          hint={WORDS.whatHint}
          value={title}
          error={error(title)}
          onValue={setTitle}
        />
        <div class="item-three">
          <Field label={WORDS.ref} value={ref} onValue={setRef} />
          <Choice
            label={WORDS.caseKey}
            value={caseKey}
            options={[["", WORDS.noCase], ...cases.map((one) => [one.key, one.number] as const)]}
            onValue={setCaseKey}
          />
          <OwnerChoice label={WORDS.owner} none={words.noOwner} value={owner} onValue={setOwner} />
        </div>
        <Field
          label={WORDS.said}
          hint={words.write}
          lines={2}
          value={said}
          error={error(said)}
          onValue={setSaid}
        />
        {problem === undefined ? null : <Problem problem={problem} title={WORDS.failed} />}
        <div class="row">
          <Button rank="primary" submit busy={busy && WORDS.busy}>
            {WORDS.go}
          </Button>
          <Button rank="text" onClick={() => onDone()}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </section>
  );
}
