// The way in: address, first administrator or sign-in, and the key to be confirmed.
import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { ask } from "../../protocol/ask.ts";
import type { SessionView } from "../../protocol/messages.ts";
import { words } from "../../words/console.ts";
import { Button } from "../parts/Button.tsx";
import { Problem } from "../parts/Problem.tsx";
import { Waiting } from "../parts/Waiting.tsx";
import { useCall, type Problem as What } from "../use-call.ts";
import { ConfirmKey } from "./ConfirmKey.tsx";
import { DeskLines } from "./DeskLines.tsx";
import { FirstAdmin } from "./FirstAdmin.tsx";
import { Frame } from "./Frame.tsx";
import { ServerStep } from "./ServerStep.tsx";
import { SignIn } from "./SignIn.tsx";
import { SignOn } from "./SignOn.tsx";

const WORDS = words.start;

/** An unreachable service is asked again this often, ms. */
const EVERY = 5_000;

interface Props {
  readonly view: SessionView;
  readonly onView: (view: SessionView) => void;
}

export function Welcome({ view, onView }: Props): VNode {
  const [changing, setChanging] = useState(false);
  if (view.server === undefined || changing) {
    return (
      <Frame foot={WORDS.signIn.away}>
        <ServerStep
          known={view.server}
          onView={(next) => {
            setChanging(false);
            onView(next);
          }}
        />
      </Frame>
    );
  }
  return (
    <Door
      key={view.server}
      server={view.server}
      view={view}
      onView={onView}
      onChange={() => setChanging(true)}
    />
  );
}

function Door({ server, view, onView, onChange }: Props & { server: string; onChange: () => void }): VNode {
  const health = useCall("health");
  const oidc = useCall("ways").value?.oidc;
  const [offer, setOffer] = useState<{ key: string; account?: string; password?: string }>();
  const [problem, setProblem] = useState<What>();
  const [away, setAway] = useState(false);
  const { again } = health;
  const silent = health.value === undefined;
  useEffect(() => {
    if (!silent) return;
    const timer = setInterval(() => void again(), EVERY);
    return () => clearInterval(timer);
  }, [silent, again]);
  const signIn = async (account: string, password: string, trustKey = ""): Promise<void> => {
    setProblem(undefined);
    const answer = await ask("sign-in", { account, password, trustKey });
    if (!answer.ok) setProblem(answer);
    else if (answer.value.member === undefined && answer.value.offeredKey !== undefined)
      setOffer({ key: answer.value.offeredKey, account, password });
    else onView(answer.value);
    // The first administrator now exists, so going back leads to the sign-in.
    if (health.value?.started === false) await health.again();
  };
  const back = useCallback(
    (next: SessionView): void => {
      if (next.member === undefined && next.offeredKey !== undefined) setOffer({ key: next.offeredKey });
      else onView(next);
    },
    [onView],
  );
  /** The key that was offered is confirmed: of a local account with its password, of the unified sign-on as it is. */
  const confirm = async ({ key, account, password }: NonNullable<typeof offer>): Promise<void> => {
    if (account !== undefined && password !== undefined) return signIn(account, password, key);
    const answer = await ask("sign-on-take", { trustKey: key });
    if (answer.ok) onView(answer.value);
    else setProblem(answer);
  };
  const foot = (
    <>
      <DeskLines view={view} />
      {WORDS.signIn.at(server)}
      {view.managed ? null : (
        <button type="button" class="button text small" onClick={onChange}>
          {WORDS.server.change}
        </button>
      )}
    </>
  );
  if (offer !== undefined) {
    return (
      <Frame foot={foot}>
        <ConfirmKey
          offered={offer.key}
          problem={problem}
          onConfirm={() => confirm(offer)}
          onRefuse={() => {
            setOffer(undefined);
            setProblem(undefined);
          }}
        />
      </Frame>
    );
  }
  if (health.value === undefined) {
    return (
      <Frame foot={view.managed && health.problem !== undefined ? WORDS.server.managed : foot}>
        {health.problem === undefined ? (
          <Waiting rows={3} />
        ) : (
          <>
            <h1>{WORDS.server.failed}</h1>
            <Problem problem={health.problem} title={server} />
            <div class="row">
              <Button
                rank="primary"
                busy={health.busy && WORDS.server.busy}
                onClick={() => void health.again()}
              >
                {words.retry}
              </Button>
              {view.managed ? null : <Button onClick={onChange}>{WORDS.server.change}</Button>}
            </div>
          </>
        )}
      </Frame>
    );
  }
  return (
    <Frame foot={foot}>
      {health.value.started && typeof oidc === "string" ? (
        <SignOn name={oidc} onBack={back} onUnderWay={setAway} />
      ) : null}
      {away ? null : health.value.started ? (
        <SignIn problem={problem} onSignIn={signIn} />
      ) : (
        <FirstAdmin onMade={signIn} />
      )}
    </Frame>
  );
}
