// The form that sets an own password in place of the present one.
import type { VNode } from "preact";
import { words } from "../../words/console.ts";
import { ACCOUNT } from "../../words/people.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useFilled, type Wrong } from "../use-filled.ts";

const EMPTY = { old: "", password: "", again: "" };
type Filled = typeof EMPTY;

/** Which fields cannot be sent yet, and how to mend each. */
export function mending({ old, password, again }: Filled): Wrong<Filled> {
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
  const { field, problem, busy, onSubmit, clear } = useFilled(EMPTY, mending, async ({ old, password }) => {
    const answer = await call("changePassword", { body: { old, password } });
    if (!answer.ok) return answer;
    clear();
    onChanged(answer.value.ended);
    return undefined;
  });
  const fresh = { type: "password", autocomplete: "new-password" } as const;
  return (
    <form class="stack" novalidate onSubmit={onSubmit}>
      <Field
        label={initial ? ACCOUNT.oldFirst : ACCOUNT.old}
        type="password"
        autocomplete="current-password"
        {...field("old")}
      />
      <Field label={ACCOUNT.fresh} hint={ACCOUNT.freshHint} {...fresh} {...field("password")} />
      <Field label={ACCOUNT.again} {...fresh} {...field("again")} />
      {problem === undefined ? null : <Problem problem={problem} title={ACCOUNT.failed} />}
      <Button rank="primary" submit busy={busy && ACCOUNT.busy}>
        {ACCOUNT.go}
      </Button>
    </form>
  );
}
