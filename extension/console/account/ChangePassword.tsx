// The form that sets an own password in place of the present one.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console.ts";
import { ACCOUNT } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

const EMPTY = { old: "", password: "", again: "" };
type Filled = typeof EMPTY;

/** Which fields cannot be sent yet, and how to mend each. */
export function mending({ old, password, again }: Filled): Partial<Record<keyof Filled, string>> {
  const { first } = words.start;
  return {
    ...(old === "" ? { old: first.empty(ACCOUNT.old) } : {}),
    ...(password.length < 10 ? { password: first.short } : password !== again ? { again: first.differ } : {}),
  };
}

export function ChangePassword({
  initial,
  onChanged,
}: {
  /** The present one was given by somebody else. */
  initial: boolean;
  onChanged: (ended: number) => void;
}): VNode {
  const [filled, setFilled] = useState(EMPTY);
  const [wrong, setWrong] = useState<Partial<Record<keyof Filled, string>>>({});
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const field = (key: keyof Filled) => ({
    name: key,
    type: "password" as const,
    value: filled[key],
    error: wrong[key],
    autocomplete: key === "old" ? ("current-password" as const) : ("new-password" as const),
    onValue: (value: string): void => {
      setFilled((all) => ({ ...all, [key]: value }));
      setWrong((all) => ({ ...all, [key]: undefined }));
    },
  });
  const send = async (): Promise<void> => {
    const found = mending(filled);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    const { old, password } = filled;
    const answer = await call("changePassword", { body: { old, password } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer);
    setFilled(EMPTY);
    onChanged(answer.value.ended);
  };
  return (
    <form
      class="stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field label={initial ? ACCOUNT.oldFirst : ACCOUNT.old} {...field("old")} />
      <Field label={ACCOUNT.fresh} hint={ACCOUNT.freshHint} {...field("password")} />
      <Field label={ACCOUNT.again} {...field("again")} />
      {problem === undefined ? null : <Problem problem={problem} title={ACCOUNT.failed} />}
      <Button rank="primary" submit busy={busy && ACCOUNT.busy}>
        {ACCOUNT.go}
      </Button>
    </form>
  );
}
