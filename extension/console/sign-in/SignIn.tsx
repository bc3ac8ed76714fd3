// The step that asks for account and password.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/console.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.start.signIn;

interface Props {
  readonly problem: What | undefined;
  readonly onSignIn: (account: string, password: string) => Promise<void>;
}

export function SignIn({ problem, onSignIn }: Props): VNode {
  const [account, setAccount] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    setTried(true);
    if (account.trim() === "" || password === "") return;
    setBusy(true);
    await onSignIn(account.trim(), password);
    setBusy(false);
  };
  const empty = words.start.first.empty;
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h1>{WORDS.title}</h1>
      <Field
        label={WORDS.account}
        name="account"
        value={account}
        autocomplete="username"
        error={tried && account.trim() === "" ? empty(WORDS.account) : undefined}
        onValue={setAccount}
      />
      <Field
        label={WORDS.password}
        name="password"
        type="password"
        value={password}
        autocomplete="current-password"
        error={tried && password === "" ? empty(WORDS.password) : undefined}
        onValue={setPassword}
      />
      {problem === undefined || busy ? null : <Problem problem={problem} title={WORDS.failed} />}
      <Button rank="primary" submit busy={busy && WORDS.busy}>
        {WORDS.go}
      </Button>
    </form>
  );
}
