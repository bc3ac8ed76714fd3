// The step that makes the first administrator with the one-time code of the service's log.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.start.first;
const EMPTY = { code: "", unitName: "", account: "", name: "", password: "", again: "" };
type Filled = typeof EMPTY;

/** Which fields cannot be sent yet, and how to mend each. */
export function mending(filled: Filled): Partial<Record<keyof Filled, string>> {
  const wrong: Partial<Record<keyof Filled, string>> = {};
  const labels = {
    code: WORDS.code,
    unitName: WORDS.unit,
    account: WORDS.account,
    name: WORDS.name,
  } as const;
  for (const key of ["code", "unitName", "account", "name"] as const)
    if (filled[key].trim() === "") wrong[key] = WORDS.empty(labels[key]);
  if (filled.password.length < 10) wrong.password = WORDS.short;
  else if (filled.again !== filled.password) wrong.again = WORDS.differ;
  return wrong;
}

export function FirstAdmin({
  onMade,
}: {
  onMade: (account: string, password: string) => Promise<void>;
}): VNode {
  const [filled, setFilled] = useState(EMPTY);
  const [wrong, setWrong] = useState<Partial<Record<keyof Filled, string>>>({});
  const [problem, setProblem] = useState<What>();
  const [busy, setBusy] = useState(false);
  const field = (key: keyof Filled) => ({
    name: key,
    value: filled[key],
    error: wrong[key],
    onValue: (value: string): void => {
      setFilled((old) => ({ ...old, [key]: value }));
      setWrong((old) => ({ ...old, [key]: undefined }));
    },
  });
  const make = async (): Promise<void> => {
    const found = mending(filled);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    const { again: _, ...body } = filled;
    const answer = await call("firstAdmin", {
      body: { ...body, code: body.code.trim(), account: body.account.trim(), name: body.name.trim() },
    });
    if (answer.ok) await onMade(body.account.trim(), body.password);
    else setProblem(answer);
    setBusy(false);
  };
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h1>{WORDS.title}</h1>
      <p class="lead">{WORDS.say}</p>
      <Field label={WORDS.code} hint={WORDS.codeHint} {...field("code")} />
      <Field label={WORDS.unit} hint={WORDS.unitHint} {...field("unitName")} />
      <div class="two">
        <Field label={WORDS.account} autocomplete="username" {...field("account")} />
        <Field label={WORDS.name} {...field("name")} />
      </div>
      <div class="two">
        <Field
          label={WORDS.password}
          type="password"
          hint={WORDS.passwordHint}
          autocomplete="new-password"
          {...field("password")}
        />
        <Field label={WORDS.again} type="password" autocomplete="new-password" {...field("again")} />
      </div>
      {problem === undefined ? null : <Problem problem={problem} title={words.notSaved} />}
      <Button rank="primary" submit busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
