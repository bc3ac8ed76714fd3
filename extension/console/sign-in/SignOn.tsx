// The button of the unified sign-on, the wait until the person is back from it, and the code that binds both.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../../protocol/ask.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { SIGN_ON } from "../../words/people.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

/** How often it is asked whether the person is back, ms. */
const EVERY = 2_000;

interface Props {
  /** Name of the unified sign-on. */
  readonly name: string;
  /** The answer once the person is back: signed in, or a pack key to be confirmed. */
  readonly onBack: (view: SessionView) => void;
  /** Whether it is under way; the other ways in stand back then. */
  readonly onUnderWay: (underWay: boolean) => void;
}

export function SignOn({ name, onBack, onUnderWay }: Props): VNode {
  const [at, setAt] = useState<"start" | "away" | "back">("start");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const begin = async (): Promise<void> => {
    setProblem(undefined);
    setCode("");
    const answer = await ask("sign-on", {});
    setAt(answer.ok ? "away" : "start");
    if (!answer.ok) setProblem(answer);
  };
  useEffect(() => onUnderWay(at !== "start"), [at, onUnderWay]);
  useEffect(() => {
    if (at !== "away") return;
    let asking = false;
    const timer = setInterval(async () => {
      if (asking) return;
      asking = true;
      const answer = await ask("sign-on-take", {});
      asking = false;
      if (answer.ok && answer.value.still === "waiting") return;
      clearInterval(timer);
      setAt(answer.ok ? "back" : "start");
      if (!answer.ok) setProblem(answer);
    }, EVERY);
    return () => clearInterval(timer);
  }, [at]);
  const take = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await ask("sign-on-take", { code: code.trim() });
    setBusy(false);
    if (answer.ok) return onBack(answer.value);
    setProblem(answer);
    if (answer.code !== "bad-credentials" && answer.code !== "busy") setAt("start");
  };
  return (
    <section class="sign-on stack" aria-label={name}>
      {at === "start" ? null : <h1>{name}</h1>}
      {at === "start" ? (
        <>
          <Button rank="primary" onClick={() => void begin()}>
            {SIGN_ON.go(name)}
          </Button>
          <p class="sub">{SIGN_ON.or}</p>
        </>
      ) : at === "away" ? (
        <p role="status">{SIGN_ON.waiting(name)}</p>
      ) : (
        <form
          class="stack"
          novalidate
          onSubmit={(event) => {
            event.preventDefault();
            if (/^\d{6}$/.test(code.trim())) void take();
          }}
        >
          <Field
            label={SIGN_ON.code}
            hint={SIGN_ON.codeHint}
            name="sign-on-code"
            value={code}
            onValue={setCode}
          />
          <Button rank="primary" submit disabled={!/^\d{6}$/.test(code.trim())} busy={busy && SIGN_ON.busy}>
            {SIGN_ON.take}
          </Button>
        </form>
      )}
      {problem === undefined ? null : <Problem problem={problem} title={SIGN_ON.failed} />}
      {at === "start" ? null : (
        <div class="row wrap">
          <Button onClick={() => void begin()}>{SIGN_ON.again}</Button>
          <Button onClick={() => setAt("start")}>{SIGN_ON.stop}</Button>
        </div>
      )}
    </section>
  );
}
