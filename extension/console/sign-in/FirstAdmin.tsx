// The step that makes the first administrator with the one-time code of the service's log.
import type { VNode } from "preact";
import { words } from "../../words/console.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useFilled, type Wrong } from "../use-filled.ts";

const WORDS = words.start.first;
const EMPTY = { code: "", unitName: "", account: "", name: "", password: "", again: "" };
type Filled = typeof EMPTY;

/** Which fields cannot be sent yet, and how to mend each. */
export function mending(filled: Filled): Wrong<Filled> {
  const wrong: Wrong<Filled> = {};
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
  const { field, problem, busy, onSubmit } = useFilled(EMPTY, mending, async ({ again: _, ...rest }) => {
    const [code, account, name] = [rest.code.trim(), rest.account.trim(), rest.name.trim()];
    const answer = await call("firstAdmin", { body: { ...rest, code, account, name } });
    if (!answer.ok) return answer;
    await onMade(account, rest.password);
    return undefined;
  });
  return (
    <form novalidate onSubmit={onSubmit}>
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
