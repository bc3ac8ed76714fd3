// The button of the unified sign-on, and the wait until the person is back from it.
import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ask } from "../../protocol/ask.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { SIGN_ON } from "../../words/people.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import type { Problem as What } from "../use-call.ts";

/** How often it is asked whether the person is back, ms. */
const EVERY = 2_000;

interface Props {
  /** Name of the unified sign-on. */
  readonly name: string;
  /** The answer once the person is back: signed in, or a pack key to be confirmed. */
  readonly onBack: (view: SessionView) => void;
}

export function SignOn({ name, onBack }: Props): VNode {
  const [away, setAway] = useState(false);
  const [problem, setProblem] = useState<What>();
  const begin = async (): Promise<void> => {
    setProblem(undefined);
    const answer = await ask("sign-on", {});
    setAway(answer.ok);
    if (!answer.ok) setProblem(answer);
  };
  useEffect(() => {
    if (!away) return;
    let asking = false;
    const timer = setInterval(async () => {
      if (asking) return;
      asking = true;
      const answer = await ask("sign-on-take", {});
      asking = false;
      if (answer.ok && answer.value.waiting === true) return;
      clearInterval(timer);
      setAway(false);
      if (answer.ok) onBack(answer.value);
      else setProblem(answer);
    }, EVERY);
    return () => clearInterval(timer);
  }, [away, onBack]);
  return (
    <section class="sign-on stack" aria-label={name}>
      {problem === undefined ? null : <Problem problem={problem} />}
      {away ? (
        <>
          <p role="status">{SIGN_ON.waiting(name)}</p>
          <div class="row wrap">
            <Button onClick={() => void begin()}>{SIGN_ON.again}</Button>
            <Button onClick={() => setAway(false)}>{SIGN_ON.stop}</Button>
          </div>
        </>
      ) : (
        <>
          <Button rank="primary" onClick={() => void begin()}>
            {SIGN_ON.go(name)}
          </Button>
          <p class="sub">{SIGN_ON.or}</p>
        </>
      )}
    </section>
  );
}
