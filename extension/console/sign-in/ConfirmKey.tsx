// The step of the first sign-in at which a person compares the fingerprint of the pack key.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { fingerprint } from "../../../shared/ledger/fingerprint.ts";
import { words } from "../../words/console.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

const WORDS = words.start.key;

interface Props {
  readonly offered: string;
  readonly problem: What | undefined;
  readonly onConfirm: () => Promise<void>;
  readonly onRefuse: () => void;
}

export function ConfirmKey({ offered, problem, onConfirm, onRefuse }: Props): VNode {
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await onConfirm();
    setBusy(false);
  };
  return (
    <div class="steps">
      <h1>{WORDS.title}</h1>
      <p class="lead">{WORDS.say}</p>
      <h2>{WORDS.fingerprint}</h2>
      <p class="fingerprint" data-fingerprint={offered}>
        {fingerprint(offered)
          .split(" ")
          .map((group, i) => (
            <span key={i}>{group}</span>
          ))}
      </p>
      <details>
        <summary>{WORDS.full}</summary>
        <code class="key">{offered}</code>
      </details>
      {problem === undefined || busy ? null : <Problem problem={problem} title={words.start.signIn.failed} />}
      <div class="row">
        <Button rank="primary" busy={busy && WORDS.busy} onClick={() => void confirm()}>
          {WORDS.go}
        </Button>
        <Button onClick={onRefuse}>{WORDS.no}</Button>
      </div>
    </div>
  );
}
