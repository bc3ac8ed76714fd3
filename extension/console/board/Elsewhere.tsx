// Reporting between deployments: a code for a unit that has its own platform, and enrolling this platform at the one above.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../words/board.ts";
import { call } from "../call.ts";
import { Button } from "../parts/Button.tsx";
import { Field } from "../parts/Field.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { Problem } from "../parts/Problem.tsx";
import { useToast } from "../parts/Toast.tsx";
import type { Problem as What } from "../use-call.ts";
import { whenText } from "../when.ts";
import type { Board } from "./rows.ts";

const WORDS = words.elsewhere;

interface Props {
  readonly board: Board;
  readonly again: () => void;
}

/** Two fields and what is done with them; a field that is left blank is named. */
function Pair(props: {
  readonly labels: readonly [string, string];
  readonly hint?: string;
  readonly go: string;
  readonly going: string;
  readonly act: (first: string, second: string) => Promise<What | undefined>;
}): VNode {
  const [typed, setTyped] = useState<readonly [string, string]>(["", ""]);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<What>();
  const [first, second] = [typed[0].trim(), typed[1].trim()];
  const send = async (): Promise<void> => {
    setTried(true);
    if (first === "" || second === "") return;
    setBusy(true);
    const wrong = await props.act(first, second);
    setBusy(false);
    setProblem(wrong);
    if (wrong !== undefined) return;
    setTried(false);
    setTyped(["", ""]);
  };
  const blank = (text: string): string | undefined => (tried && text === "" ? WORDS.need : undefined);
  return (
    <form
      class="pad"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class="two">
        <Field
          label={props.labels[0]}
          value={typed[0]}
          hint={props.hint}
          error={blank(first)}
          onValue={(text) => setTyped([text, typed[1]])}
        />
        <Field
          label={props.labels[1]}
          value={typed[1]}
          error={blank(second)}
          onValue={(text) => setTyped([typed[0], text])}
        />
      </div>
      {problem === undefined ? null : <Problem problem={problem} />}
      <Button submit busy={busy && props.going}>
        {props.go}
      </Button>
    </form>
  );
}

function Parent({ board, again }: Props): VNode {
  const toast = useToast();
  const { node } = board;
  if (node === null)
    return (
      <Pair
        labels={[WORDS.url, WORDS.code]}
        hint={WORDS.urlHint}
        go={WORDS.join}
        going={WORDS.joining}
        act={async (url, code) => {
          const answer = await call("joinRollupParent", { body: { url, code } });
          if (!answer.ok) return answer;
          toast(WORDS.joined);
          again();
          return undefined;
        }}
      />
    );
  const leave = async (): Promise<void> => {
    const answer = await call("leaveRollupParent", { body: {} });
    toast(answer.ok ? WORDS.left : answer.message);
    again();
  };
  return (
    <>
      <Pairs
        of={[
          [WORDS.parent, node.name],
          [WORDS.url, node.url],
          [WORDS.id, node.child],
        ]}
      />
      <div class="pad">
        <Button onClick={() => void leave()}>{WORDS.leave}</Button>
      </div>
    </>
  );
}

function Children({ board, again }: Props): VNode {
  const toast = useToast();
  const [made, setMade] = useState("");
  const end = async (id: string): Promise<void> => {
    const answer = await call("endRollupChild", { params: { id }, body: {} });
    toast(answer.ok ? WORDS.ended : answer.message);
    again();
  };
  return (
    <>
      {board.children
        .filter(({ elsewhere }) => elsewhere)
        .map(({ unit, unitName }) => (
          <div key={unit} class="pad between">
            <span>
              {unitName} <span class="sub">{unit}</span>
            </span>
            <Button small label={`${WORDS.end} ${unitName}`} onClick={() => void end(unit)}>
              {WORDS.end}
            </Button>
          </div>
        ))}
      <Pair
        labels={[WORDS.id, WORDS.name]}
        go={WORDS.make}
        going={WORDS.making}
        act={async (id, name) => {
          const answer = await call("addRollupChild", { body: { id, name } });
          if (!answer.ok) return answer;
          setMade(WORDS.made(answer.value.code, whenText(answer.value.until, board.at)));
          again();
          return undefined;
        }}
      />
      <output class="board-code">{made}</output>
    </>
  );
}

/** For the administrator of a deployment's top unit; a unit in the middle has children elsewhere, its parent is here. */
export function Elsewhere({ board, again }: Props): VNode {
  const top = board.sending === null || board.node !== null;
  return (
    <section class="card" aria-label={WORDS.title}>
      <div class="card-head">
        <h2>{WORDS.title}</h2>
        <span class="sub">{WORDS.sub}</span>
      </div>
      {top ? (
        <>
          <h3 class="pad">{WORDS.parent}</h3>
          <Parent board={board} again={again} />
        </>
      ) : null}
      <h3 class="pad">{WORDS.invite}</h3>
      <Children board={board} again={again} />
    </section>
  );
}
